using System.Collections.Immutable;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Templating.Values;
using SiteGen.Text;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Configuration;

/// <summary>A folder that is copied as it is.</summary>
/// <param name="Folder">The folder, relative to the folder of the site.</param>
/// <param name="Target">The folder of the output that it is copied to, with a <c>/</c> behind it; empty for the root.</param>
public sealed record StaticFolder(string Folder, string Target);

/// <summary>The input folders, relative to the folder of the site.</summary>
public sealed record SiteFolders(string Posts, string Pages, string Templates, ImmutableArray<StaticFolder> Static, string Data)
{
    /// <summary>Every folder with the key of its option.</summary>
    public IEnumerable<(string Key, string Folder)> All =>
        [
            ("posts", Posts), ("pages", Pages), ("templates", Templates),
            .. Static.Select(copied => ("static", copied.Folder)),
            ("data", Data),
        ];
}

/// <summary>One entry of a menu.</summary>
public sealed record MenuEntry(LocalizedText Title, string Url, int? Weight)
{
    /// <summary>The problem to report when its URL does not exist.</summary>
    public Diagnostic? IfBroken { get; init; }
}

/// <summary>A named list of links.</summary>
public sealed record Menu(string Name, ImmutableArray<MenuEntry> Entries);

/// <summary>Which unpublished posts are built as well.</summary>
public sealed record PublishingOptions(bool Drafts, bool Future, bool Expired, DateTimeOffset Now);

/// <summary>The limits after which the rendering of a page is stopped.</summary>
/// <param name="Work">Statements, calls and list items.</param>
/// <param name="OutputBytes">Bytes written, including captured and included text.</param>
/// <param name="Recursion">Depth of nested calls and includes.</param>
/// <param name="RegexSeconds">Timeout of one regular expression, in seconds.</param>
/// <param name="SitemapAddresses">URLs per sitemap file (sitemaps.org: at most 50,000).</param>
public sealed record TemplateLimits(int Work, int OutputBytes, int Recursion, int RegexSeconds, int SitemapAddresses);

/// <summary>The format of a feed.</summary>
public enum FeedFormat
{
    /// <summary>RSS 2.0.</summary>
    Rss,

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>JSON Feed 1.1.</summary>
    Json,
}

/// <summary>A feed of all posts: its format and its path from the root.</summary>
public sealed record FeedFile(FeedFormat Format, string Path);

/// <summary>The feeds of a site.</summary>
/// <param name="Entries">How many posts a feed has.</param>
/// <param name="Files">The feeds of all posts.</param>
/// <param name="OfTerms">Whether every tag, category and author has an RSS feed too.</param>
public sealed record FeedOptions(int Entries, ImmutableArray<FeedFile> Files, bool OfTerms);

/// <summary>A taxonomy: a way to group posts.</summary>
/// <param name="Name">Its name, which is also its front matter key and its folder: <c>people</c>.</param>
/// <param name="Singular">The name of one term: <c>person</c>.</param>
/// <param name="Title">The title of its overview page: <c>People</c>.</param>
/// <param name="IsNested">Whether <c>a/b</c> is a term below the term <c>a</c>.</param>
public sealed record TaxonomyOptions(string Name, string Singular, string Title, bool IsNested)
{
    /// <summary>Whether a file of the data folder describes its terms; authors are described in <c>authors.yml</c>.</summary>
    internal bool IsDescribedInData => Name != "authors";
}

/// <summary>The URL pattern of the posts in a folder.</summary>
/// <param name="Section">The path in the folder of posts.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record SectionPermalink(string Section, string Pattern);

/// <summary>How old URLs redirect to new ones.</summary>
public enum RedirectStyle
{
    /// <summary>A page for each, which works on every host.</summary>
    Pages,

    /// <summary>One file <c>_redirects</c>, which some hosts turn into real redirects.</summary>
    File,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>Which pages list posts by their dates.</summary>
public enum ArchiveDepth
{
    /// <summary>None.</summary>
    None,

    /// <summary>One for each year.</summary>
    Years,

    /// <summary>One for each year and one for each month.</summary>
    Months,
}

/// <summary>What may happen to the output folder.</summary>
/// <param name="IsStrict">Whether it stays unchanged after a warning.</param>
/// <param name="IsDryRun">Whether nothing is written at all.</param>
/// <param name="MaxWarnings">How many warnings are let pass; null for any number.</param>
public sealed record OutputOptions(bool IsStrict, bool IsDryRun, int? MaxWarnings)
{
    /// <summary>Whether a build with these problems is refused as a whole.</summary>
    public bool Refuses(IReadOnlyCollection<Diagnostic> problems) =>
        (IsStrict && problems.Any(problem => problem.Severity > DiagnosticSeverity.Note))
        || (MaxWarnings is { } most && problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning) > most);
}

/// <summary>The resolved options of a build: complete, validated and immutable.</summary>
/// <remarks>Created by <see cref="OptionsResolver"/>, the only code that knows defaults.</remarks>
public sealed record SiteOptions
{
    /// <summary>The environment that holds unless another is named.</summary>
    public const string Production = "production";

    /// <summary>The site's folder, as an absolute path.</summary>
    public required string SourceFolder { get; init; }

    /// <summary>The output folder, as an absolute path.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The input folders.</summary>
    public required SiteFolders Folders { get; init; }

    /// <summary>Patterns of files that are no sources, beside those that hold for every site; behind <c>!</c>, of files that are.</summary>
    public required ImmutableArray<string> Ignore { get; init; }

    /// <summary>The title of the site.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>A sentence about the site; empty when not set.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>The URL of the site, with a trailing <c>/</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The language of the site (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>The languages that posts are translated into, as tags; a file name may end in one, as in <c>.fr.md</c>.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>The time zone of the site.</summary>
    public required IanaTimeZone TimeZone { get; init; }

    /// <summary>How dates of posts and comments are read.</summary>
    public required DateOptions Dates { get; init; }

    /// <summary>The author of posts that name none; empty when not set.</summary>
    public required string Author { get; init; }

    /// <summary>The copyright notice; empty when not set.</summary>
    public required string Copyright { get; init; }

    /// <summary>The URL pattern of posts.</summary>
    public required string PostPermalink { get; init; }

    /// <summary>The URL patterns of posts in particular folders, the innermost folder first.</summary>
    public required ImmutableArray<SectionPermalink> SectionPermalinks { get; init; }

    /// <summary>The URL pattern of pages.</summary>
    public required string PagePermalink { get; init; }

    /// <summary>How many posts a page of a list shows.</summary>
    public required int Paginate { get; init; }

    /// <summary>How many words an automatic summary has at most.</summary>
    public required int SummaryWords { get; init; }

    /// <summary>The feeds.</summary>
    public required FeedOptions Feeds { get; init; }

    /// <summary>The taxonomies that have pages.</summary>
    public required ImmutableArray<TaxonomyOptions> Taxonomies { get; init; }

    /// <summary>Whether <c>#word</c> in a text of front matter is kept, where YAML reads a comment.</summary>
    public required bool KeepsHashtags { get; init; }

    /// <summary>Which pages list posts by their dates.</summary>
    public required ArchiveDepth Archives { get; init; }

    /// <summary>The options of the built-in theme.</summary>
    public required ThemeOptions Theme { get; init; }

    /// <summary>How old URLs redirect to new ones.</summary>
    public required RedirectStyle Redirects { get; init; }

    /// <summary>Whether the site has a page to search it.</summary>
    public required bool Search { get; init; }

    /// <summary>The Markdown extensions.</summary>
    public required MarkdownOptions Markdown { get; init; }

    /// <summary>How code is shown.</summary>
    public required CodeOptions Code { get; init; }

    /// <summary>How the URL of a video or post on another site is shown when it is a paragraph of its own.</summary>
    public required EmbedStyle Embeds { get; init; }

    /// <summary>How pictures are published.</summary>
    public required ImageOptions Images { get; init; }

    /// <summary>The menus, in the order written.</summary>
    public required ImmutableArray<Menu> Menus { get; init; }

    /// <summary>The configured severities, by rule name; null for off.</summary>
    public required ImmutableSortedDictionary<string, DiagnosticSeverity?> Rules { get; init; }

    /// <summary>The free values of <c>params</c>, for templates.</summary>
    public required Value Params { get; init; }

    /// <summary>The environment that the site is built for, such as <c>staging</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether the site is built to be found; search engines are kept away from any other.</summary>
    public bool IsProduction => Environment == Production;

    /// <summary>Which posts are built.</summary>
    public required PublishingOptions Publishing { get; init; }

    /// <summary>The limits of templates.</summary>
    public required TemplateLimits Limits { get; init; }

    /// <summary>What may happen to the output folder.</summary>
    public required OutputOptions Writing { get; init; }

    /// <summary>Fingerprint of every option that can affect an output.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The warnings and notes of reading the options; the build reports them with its own.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

    /// <summary>The warnings that are known already.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>The size in bytes of all posts beyond which their texts are kept on disk and not in memory.</summary>
    internal long MostTextInMemory { get; init; } = 32 << 20;

    /// <summary>The file of libvips to use in place of the one beside the program; null for that.</summary>
    public string? ImageLibraryPath { get; init; }

    /// <summary>The configuration file as messages name it.</summary>
    internal string ConfigurationPath { get; init; } = "";

    /// <summary>The comments in the configuration that silence rules, each with its file.</summary>
    internal ImmutableArray<FileSuppression> Suppressions { get; init; } = [];

    /// <summary>Whether other options give the same build, ignoring the baseline.</summary>
    public bool AreAs(SiteOptions other) =>
        Fingerprint == other.Fingerprint
        && OutputFolder == other.OutputFolder
        && Warnings.SequenceEqual(other.Warnings)
        && Suppressions.SequenceEqual(other.Suppressions);

    /// <summary>The warning to report when pages are published and no URL is set for the site; null when one is.</summary>
    public Diagnostic? IfNoBaseUrl { get; init; }

    /// <summary>The time zone of times that are written without an offset.</summary>
    internal IanaTimeZone ZoneWithoutOffset => Dates.WithoutOffset == OffsetlessTime.Utc ? IanaTimeZone.Utc : TimeZone;

    /// <summary>The path of the site's root on its host: <c>/</c>, or <c>/blog/</c> under a sub-path.</summary>
    public string BasePath => BaseUrl.AbsolutePath;
}
