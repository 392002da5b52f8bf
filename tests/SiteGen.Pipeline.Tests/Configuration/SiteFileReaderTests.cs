using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Tests.Parsing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Configuration;

public sealed class SiteFileReaderTests
{
    [Theory]
    [InlineData("options")]
    [InlineData("wrong")]
    public void A_configuration_is_read_and_resolved(string file) => Cases.Archive($"SiteGen.Pipeline.Tests/Cases/configuration/{file}.txt", text =>
    {
        var read = SiteFileReader.Read(new SourceText("sitegen.yml", Encoding.UTF8.GetBytes(text)));
        var resolved = OptionsResolver.Resolve(read.Value with { Source = "/site" }, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z"));
        return Shown(resolved.Value) + ParsedPosts.ProblemsOf([.. read.Diagnostics, .. resolved.Diagnostics]);
    });

    [Fact]
    public void Law_2_what_the_command_line_says_is_laid_over_the_file()
    {
        var file = GivenOptions.None with { Title = "File", Output = "out", BaseUrl = "https://file.example/", Paginate = 3 };
        var said = GivenOptions.None with { BaseUrl = "https://said.example/", Drafts = true };
        var both = said.Over(file);
        Assert.Equal(("File", "out", "https://said.example/", 3, true), (both.Title, both.Output, both.BaseUrl, both.Paginate, both.Drafts));
        Assert.Equal("https://file.example/", file.BaseUrl);
    }

    // What differs from the options of a site that says nothing.
    private static string Shown(SiteOptions options)
    {
        var defaults = Lines(OptionsResolver.Resolve(GivenOptions.None with { Source = "/site" }, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Value);
        return string.Concat(Lines(options).Except(defaults).Select(line => line + "\n"));
    }

    private static string[] Lines(SiteOptions options) =>
    [
        $"output: {options.OutputFolder}", $"folders: {options.Folders.Posts} {options.Folders.Pages} {options.Folders.Templates} {options.Folders.Static}",
        $"title: {options.Title}", $"description: {options.Description}", $"base_url: {options.BaseUrl} base path {options.BasePath}", $"language: {options.Language} {string.Join(' ', options.Languages)}".TrimEnd(),
        $"time_zone: {options.TimeZone.Id}", $"author: {options.Author}", $"copyright: {options.Copyright}", $"permalink: {options.PostPermalink} {options.PagePermalink}",
        string.Create(CultureInfo.InvariantCulture, $"numbers: {options.Paginate} {options.SummaryWords} {options.Feeds.Entries}"), $"feed: {string.Join(", ", options.Feeds.Files.Select(feed => feed.Path))}",
        $"sections: {string.Join(", ", options.SectionPermalinks.Select(section => $"{section.Section} {section.Pattern}"))}",
        $"taxonomies: {string.Join(", ", options.Taxonomies.Select(taxonomy => $"{taxonomy.Name}/{taxonomy.Singular}/{taxonomy.Title}{(taxonomy.IsNested ? " nested" : "")}"))}",
        $"archives: {options.Archives}", $"redirects: {options.Redirects}",
        $"menus: {string.Join(' ', options.Menus.Select(menu => $"{menu.Name}({string.Join(", ", menu.Entries.Select(entry => $"{entry.Title} {entry.Url}"))})"))}",
        $"rules: {string.Join(' ', options.Rules.Select(rule => $"{rule.Key}={rule.Value?.ToString() ?? "off"}"))}",
        $"markdown: {options.Markdown.ToString()["MarkdownOptions ".Length..]}",
        $"embeds: {options.Embeds}",
        $"params: {(options.Params.TryGetMembers(out var members) ? string.Join(' ', members.Names) : "")}",
    ];
}
