using System.Collections.Immutable;
using SiteGen.Templating.Values;
using SiteGen.Text;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Configuration;

/// <summary>The folders a site is made from, relative to its own.</summary>
public sealed record SiteFolders(string Posts, string Pages, string Templates, string Static, string Data);

/// <summary>One entry of a menu.</summary>
public sealed record MenuEntry(string Title, string Url, int? Weight)
{
    /// <summary>Where its address stands in the configuration.</summary>
    public LinePosition Place { get; init; }
}

/// <summary>A named list of links.</summary>
public sealed record Menu(string Name, ImmutableArray<MenuEntry> Entries);

/// <summary>Which posts that are not public now are built all the same.</summary>
public sealed record PublishingOptions(bool Drafts, bool Future, bool Expired, DateTimeOffset Now);

/// <summary>What one page's templates may use up before they are stopped.</summary>
/// <param name="Work">Statements, calls and list items.</param>
/// <param name="OutputBytes">Bytes written, captured and included text counted too.</param>
/// <param name="Recursion">Calls and includes inside each other.</param>
/// <param name="RegexSeconds">Seconds that one regular expression may search.</param>
/// <param name="SitemapAddresses">Addresses in one file of the sitemap (sitemaps.org: 50,000).</param>
public sealed record TemplateLimits(int Work, int OutputBytes, int Recursion, int RegexSeconds, int SitemapAddresses);

/// <summary>The language a feed is written in.</summary>
public enum FeedFormat
{
    /// <summary>RSS 2.0.</summary>
    Rss,

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>JSON Feed 1.1.</summary>
    Json,
}

/// <summary>A feed of all posts: its language and its path from the root.</summary>
public sealed record FeedFile(FeedFormat Format, string Path);

/// <summary>The feeds a site has.</summary>
/// <param name="Entries">How many posts a feed holds.</param>
/// <param name="Files">The feeds of all posts.</param>
/// <param name="OfTerms">Whether every tag, category and author has an RSS feed too.</param>
public sealed record FeedOptions(int Entries, ImmutableArray<FeedFile> Files, bool OfTerms);

/// <summary>A way in which posts are grouped.</summary>
/// <param name="Name">Its name, which is also its front matter key and its folder: <c>people</c>.</param>
/// <param name="Singular">What one is called: <c>person</c>.</param>
/// <param name="Title">What its overview is called: <c>People</c>.</param>
/// <param name="IsNested">Whether <c>a/b</c> is a term below the term <c>a</c>.</param>
public sealed record TaxonomyOptions(string Name, string Singular, string Title, bool IsNested)
{
    /// <summary>Whether a file of the data folder describes its terms; authors are described in <c>authors.yml</c>.</summary>
    internal bool IsDescribedInData => Name != "authors";
}

/// <summary>The pattern of the addresses of posts in a folder.</summary>
/// <param name="Section">The folder below that of posts.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record SectionPermalink(string Section, string Pattern);

/// <summary>How old addresses lead to new ones.</summary>
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
/// <param name="IsStrict">Whether a warning keeps it as it is, as an error in CI would.</param>
/// <param name="IsDryRun">Whether nothing is written in any case.</param>
public sealed record OutputOptions(bool IsStrict, bool IsDryRun);

/// <summary>What the build runs on: complete, checked, frozen.</summary>
/// <remarks>Made once, by <see cref="OptionsResolver"/>; nothing behind it has a default of its own.</remarks>
public sealed record SiteOptions
{
    /// <summary>The site's folder, as an absolute path.</summary>
    public required string SourceFolder { get; init; }

    /// <summary>The folder of the finished site, as an absolute path.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Where the inputs are.</summary>
    public required SiteFolders Folders { get; init; }

    /// <summary>The name of the site.</summary>
    public required string Title { get; init; }

    /// <summary>What the site is about, in a sentence; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>Where the site will be, with a closing <c>/</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The language of the site (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>The languages that posts are translated into, as tags; a file name may end in one, as in <c>.fr.md</c>.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>The zone in which the site's days begin.</summary>
    public required IanaTimeZone TimeZone { get; init; }

    /// <summary>Who writes where a post does not say; may be empty.</summary>
    public required string Author { get; init; }

    /// <summary>The copyright line; may be empty.</summary>
    public required string Copyright { get; init; }

    /// <summary>The pattern of a post's address.</summary>
    public required string PostPermalink { get; init; }

    /// <summary>The patterns of the posts in some folders; the longest folder counts.</summary>
    public required ImmutableArray<SectionPermalink> SectionPermalinks { get; init; }

    /// <summary>The pattern of a page's address.</summary>
    public required string PagePermalink { get; init; }

    /// <summary>How many posts a page of a list shows.</summary>
    public required int Paginate { get; init; }

    /// <summary>How many words an automatic summary has at most.</summary>
    public required int SummaryWords { get; init; }

    /// <summary>The feeds.</summary>
    public required FeedOptions Feeds { get; init; }

    /// <summary>By what posts are grouped on pages of their own.</summary>
    public required ImmutableArray<TaxonomyOptions> Taxonomies { get; init; }

    /// <summary>Which pages list posts by their dates.</summary>
    public required ArchiveDepth Archives { get; init; }

    /// <summary>The face that the site gives the built-in theme.</summary>
    public required ThemeOptions Theme { get; init; }

    /// <summary>How old addresses lead to new ones.</summary>
    public required RedirectStyle Redirects { get; init; }

    /// <summary>What Markdown can do beyond the usual.</summary>
    public required MarkdownOptions Markdown { get; init; }

    /// <summary>What becomes of an address of a video or a post elsewhere that stands alone.</summary>
    public required EmbedStyle Embeds { get; init; }

    /// <summary>The menus, in the order written.</summary>
    public required ImmutableArray<Menu> Menus { get; init; }

    /// <summary>Severities that the author chose, by rule name; null silences.</summary>
    public required ImmutableSortedDictionary<string, DiagnosticSeverity?> Rules { get; init; }

    /// <summary>Whatever the author wants to read in templates.</summary>
    public required Value Params { get; init; }

    /// <summary>Which posts are shown.</summary>
    public required PublishingOptions Publishing { get; init; }

    /// <summary>What stops a template that would not end by itself.</summary>
    public required TemplateLimits Limits { get; init; }

    /// <summary>What may happen to the output folder.</summary>
    public required OutputOptions Writing { get; init; }

    /// <summary>Stands for every option that can show in an output.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The path of the site's root on its host: <c>/</c>, or <c>/blog/</c> under a sub-path.</summary>
    public string BasePath => BaseUrl.AbsolutePath;
}
