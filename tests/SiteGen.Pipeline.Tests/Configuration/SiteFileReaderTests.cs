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
    public void A_configuration_is_read_and_resolved(string file) =>
        Cases.Archive($"SiteGen.Pipeline.Tests/Cases/configuration/{file}.txt", text =>
    {
        var read = SiteFileReader.Read(new SourceText("sitegen.yml", Encoding.UTF8.GetBytes(text)));
        var resolved = OptionsResolver.Resolve(read.Value.With("source", "/site"), "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z"));
        return Shown(resolved.Value) + ParsedPosts.ProblemsOf([.. read.Diagnostics, .. resolved.Diagnostics]);
    });

    [Fact]
    public void Law_2_what_the_command_line_says_is_laid_over_the_file()
    {
        var file = Read("title: File\noutput: out\nbase_url: https://file.example/\npaginate: 3\nfeeds: {rss: a.xml, entries: 7}\n");
        var both = RawOptions.None.With("base_url", "https://said.example/").With("drafts", true).MergedOver(file);
        var options = Resolve(both);
        Assert.Equal(
            ("File", "https://said.example/", 3, true),
            (options.Title.Text, options.BaseUrl.AbsoluteUri, options.Paginate, options.Publishing.Drafts));
        Assert.Equal("https://file.example/", Resolve(file).BaseUrl.AbsoluteUri);
    }

    [Fact]
    public void Files_are_laid_over_each_other_option_by_option()
    {
        var lower = Read("title: Lower\nfeeds: {rss: lower.xml, entries: 7}\n");
        var options = Resolve(Read("feeds: {rss: upper.xml}\n").MergedOver(lower));
        Assert.Equal(("Lower", "/upper.xml", 7), (options.Title.Text, options.Feeds.Files[0].Path, options.Feeds.Entries));
    }

    public static TheoryData<string, string> Samples => new()
    {
        { "title", "x" }, { "description", "x" }, { "base_url", "https://example.org/" }, { "language", "de" }, { "languages", "[de]" },
        { "time_zone", "Europe/Berlin" }, { "dates", "{without_offset: utc, url_day: written}" },
        { "author", "x" }, { "copyright", "x" }, { "posts", "x" }, { "pages", "x" }, { "templates", "x" },
        { "static", "x" }, { "ignore", "[x]" }, { "data", "x" }, { "output", "x" }, { "permalink", "/:slug/" }, { "paginate", "3" }, { "summary_words", "3" },
        { "feeds", "{entries: 3}" }, { "taxonomies", "[tags]" }, { "archives", "years" }, { "yaml", "strict" }, { "redirects", "file" },
        { "search", "true" },
        { "theme", "{accent: red}" },
        { "markdown", "{emoji: true}" }, { "code", "{wrap: true}" }, { "embeds", "iframe" }, { "images", "{quality: 60}" },
        { "menus", "{main: [{title: A, url: /a/}]}" },
        { "rules", "{no-posts: off}" },
        { "limits", "{work: 3}" }, { "params", "{a: b}" },
    };

    [Fact]
    public void There_is_a_sample_of_every_option() =>
        Assert.Equal(
            OptionsResolver.Keys.Order(StringComparer.Ordinal),
            Samples.Select(sample => (string)sample[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_option_takes_part_in_merging_and_in_the_fingerprint(string key, string value)
    {
        var none = Resolve(RawOptions.None);
        var upper = Read($"{key}: {value}\n");
        var lower = Read(string.Concat(Samples.Select(sample => $"{sample[0]}: {sample[1]}\n")));
        Assert.Equal(Resolve(lower).Fingerprint, Resolve(upper.MergedOver(lower)).Fingerprint);
        // Where the output goes shows in none of it.
        Assert.Equal(key == "output", none.Fingerprint == Resolve(upper).Fingerprint);
        Assert.Equal(Resolve(upper).OutputFolder, Resolve(RawOptions.None.MergedOver(upper)).OutputFolder);
    }

    [Fact]
    public void Options_of_dates_are_laid_over_each_other_one_by_one()
    {
        var lower = Read("dates: {without_offset: utc}\n");
        var both = Read("dates: {url_day: written}\n").MergedOver(lower);
        Assert.Equal(new DateOptions(OffsetlessTime.Utc, UrlDay.Written), Resolve(both).Dates);
        Assert.Equal(3, new[] { lower, both, RawOptions.None }.Select(options => Resolve(options).Fingerprint).Distinct().Count());
    }

    [Fact]
    public void What_is_written_differently_and_means_the_same_has_one_fingerprint() =>
        Assert.Equal(Resolve(Read("title: A # mine\nauthor: B\n")).Fingerprint, Resolve(Read("author: B\n\ntitle:   A\n")).Fingerprint);

    private static RawOptions Read(string text) => SiteFileReader.Read(new SourceText("sitegen.yml", Encoding.UTF8.GetBytes(text))).Value;

    private static SiteOptions Resolve(RawOptions options) =>
        OptionsResolver.Resolve(options.With("source", "/site"), "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Value;

    [Theory]
    [InlineData("base_url: nowhere", "sitegen.yml(2,1): error SG1003: base_url 'nowhere' is not the address of a site")]
    [InlineData("languages: [de, x1]", "sitegen.yml(2,1): error SG1003: 'x1' is not a language")]
    [InlineData("permalink: {pages: /a/, notes: ':slug'}", "sitegen.yml(2,25): error SG1003: permalink ':slug': a pattern starts with '/'")]
    [InlineData(
        "feeds:\n  atom: ../a.xml",
        "sitegen.yml(3,3): error SG1003: the feed '../a.xml' cannot be a file of the site: '..' leads out of the site")]
    [InlineData("taxonomies: [Big Cities]", "sitegen.yml(2,1): error SG1003: the taxonomy 'Big Cities' cannot be a folder of the site")]
    public void What_all_that_was_said_shows_is_told_where_its_key_stands(string option, string expected)
    {
        var read = SiteFileReader.Read(new SourceText("sitegen.yml", Encoding.UTF8.GetBytes($"# mine\n{option}\n"))).Value
            .With("source", "/site");
        var problem = Assert.Single(OptionsResolver.Resolve(read, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        Assert.Equal(expected, problem.ToLine());
        Assert.Equal($"# mine\n{option}".Split('\n')[problem.Start.Line - 1], problem.LineText);
    }

    [Fact]
    public void What_the_command_line_says_wrong_has_no_place_in_the_file()
    {
        var file = SiteFileReader.Read(new SourceText("sitegen.yml", "base_url: nowhere\npages: ../p\n"u8.ToArray())).Value;
        var both = RawOptions.None.With("source", "/site").With("base_url", "elsewhere").MergedOver(file);
        Assert.Equal(
            [
                "sitegen: error SG1003: base_url 'elsewhere' is not the address of a site",
                "sitegen.yml(2,1): error SG1003: the folder '../p' is not inside the site"
            ],
            OptionsResolver.Resolve(both, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Diagnostics
                .Select(problem => problem.ToLine()));
    }

    // What differs from the options of a site that says nothing.
    private static string Shown(SiteOptions options)
    {
        var defaults = Lines(OptionsResolver.Resolve(
            RawOptions.None.With("source", "/site"), "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Value);
        return string.Concat(Lines(options).Except(defaults).Select(line => line + "\n"));
    }

    private static string[] Lines(SiteOptions options) =>
    [
        $"output: {options.OutputFolder}",
        $"folders: {options.Folders.Posts} {options.Folders.Pages} {options.Folders.Templates} {string.Join(' ', options.Folders.Static.Select(copied => $"{copied.Folder}>{copied.Target}"))}",
        $"ignore: {string.Join(' ', options.Ignore)}",
        $"title: {Line(options.Title)}", $"description: {Line(options.Description)}",
        $"base_url: {options.BaseUrl} base path {options.BasePath}",
        $"language: {options.Language} {string.Join(' ', options.Languages)}".TrimEnd(),
        $"time_zone: {options.TimeZone.Id}", $"dates: {options.Dates.ToString()["DateOptions ".Length..]}",
        $"author: {options.Author}", $"copyright: {options.Copyright}",
        $"permalink: {options.PostPermalink} {options.PagePermalink}",
        string.Create(CultureInfo.InvariantCulture, $"numbers: {options.Paginate} {options.SummaryWords} {options.Feeds.Entries}"),
        $"feed: {string.Join(", ", options.Feeds.Files.Select(feed => feed.Path))}",
        $"sections: {string.Join(", ", options.SectionPermalinks.Select(section => $"{section.Section} {section.Pattern}"))}",
        $"taxonomies: {string.Join(", ", options.Taxonomies.Select(Line))}",
        $"archives: {options.Archives}", $"keeps hashtags: {options.KeepsHashtags}", $"redirects: {options.Redirects}",
        $"search: {options.Search}",
        $"menus: {string.Join(' ', options.Menus.Select(Line))}",
        $"rules: {string.Join(' ', options.Rules.Select(rule => $"{rule.Key}={rule.Value?.ToString() ?? "off"}"))}",
        $"markdown: {options.Markdown.ToString()["MarkdownOptions ".Length..]}",
        $"code: {options.Code.ToString()["CodeOptions ".Length..]}",
        $"embeds: {options.Embeds}",
        $"images: {Line(options.Images)}",
        $"card font: {options.Theme.CardFont switch { null => "none", { IsOfMachine: true } => "the machine's", var font => font.Path }}",
        $"params: {(options.Params.TryGetMembers(out var members) ? string.Join(' ', members.Names) : "")}",
    ];

    private static string Line(LocalizedText text) =>
        text.Text + string.Concat(text.Translations.Select(translation => $" [{translation.Key}: {translation.Value}]"));

    private static string Line(ImageOptions images) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(images.IsOn ? "on" : "off")} {string.Join(',', images.Widths)} {string.Join(',', images.Formats)} q{images.Quality} "
        + $"'{images.Sizes}' {images.KeepsOriginal} {images.Strip} {images.KeepsCredit} {images.HasPlaceholders}"
        + $"{(images.HasCards ? " cards" : "")}{(images.HasIcons ? " icons" : "")}");

    private static string Line(TaxonomyOptions taxonomy) =>
        $"{taxonomy.Name}/{taxonomy.Singular}/{taxonomy.Title}{(taxonomy.IsNested ? " nested" : "")}";

    private static string Line(Menu menu) =>
        $"{menu.Name}({string.Join(", ", menu.Entries.Select(entry => $"{Line(entry.Title)} {entry.Url}"))})";
}
