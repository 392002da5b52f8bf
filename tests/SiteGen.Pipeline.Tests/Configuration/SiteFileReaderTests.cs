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

    [Theory]
    [InlineData("base_url: nowhere", "sitegen.yml(2,1): error SG1003: base_url 'nowhere' is not the address of a site")]
    [InlineData("languages: [de, x1]", "sitegen.yml(2,1): error SG1003: 'x1' is not a language")]
    [InlineData("permalink: {pages: /a/, notes: ':slug'}", "sitegen.yml(2,25): error SG1003: permalink ':slug': a pattern starts with '/'")]
    [InlineData("feeds:\n  atom: ../a.xml", "sitegen.yml(3,3): error SG1003: the feed '../a.xml' cannot be a file of the site: '..' leads out of the site")]
    [InlineData("taxonomies: [Big Cities]", "sitegen.yml(2,1): error SG1003: the taxonomy 'Big Cities' cannot be a folder of the site")]
    public void What_all_that_was_said_shows_is_told_where_its_key_stands(string option, string expected)
    {
        var read = SiteFileReader.Read(new SourceText("sitegen.yml", Encoding.UTF8.GetBytes($"# mine\n{option}\n"))).Value with { Source = "/site" };
        var problem = Assert.Single(OptionsResolver.Resolve(read, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        Assert.Equal(expected, problem.ToLine());
        Assert.Equal($"# mine\n{option}".Split('\n')[problem.Start.Line - 1], problem.LineText);
    }

    [Fact]
    public void What_the_command_line_says_wrong_has_no_place_in_the_file()
    {
        var file = SiteFileReader.Read(new SourceText("sitegen.yml", "base_url: nowhere\npages: ../p\n"u8.ToArray())).Value;
        var both = (GivenOptions.None with { Source = "/site", BaseUrl = "elsewhere" }).Over(file);
        Assert.Equal(
            ["sitegen.yml(2,1): error SG1003: the folder '../p' is not inside the site", "sitegen.yml: error SG1003: base_url 'elsewhere' is not the address of a site"],
            OptionsResolver.Resolve(both, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Diagnostics.Select(problem => problem.ToLine()));
        Assert.Equal(Fingerprint.Compute("base_url: nowhere\npages: ../p\n"u8), file.Fingerprint);
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
