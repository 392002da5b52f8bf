using System.Collections.Immutable;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>What was said of a taxonomy.</summary>
public sealed record GivenTaxonomy(string Name, string? Singular, string? Title, bool? IsNested);

/// <summary>What was said in one place: a file, or a command line. Null means that nobody said.</summary>
public sealed record GivenOptions
{
    /// <summary>Nothing said.</summary>
    public static readonly GivenOptions None = new();

    /// <summary>The site's folder.</summary>
    public string? Source { get; init; }

    /// <summary>The folder of the finished site.</summary>
    public string? Output { get; init; }

    /// <summary>The folder of posts.</summary>
    public string? Posts { get; init; }

    /// <summary>The folder of pages.</summary>
    public string? Pages { get; init; }

    /// <summary>The folder of templates.</summary>
    public string? Templates { get; init; }

    /// <summary>The folder copied as it is.</summary>
    public string? Static { get; init; }

    /// <summary>The folder of data.</summary>
    public string? Data { get; init; }

    /// <inheritdoc cref="SiteOptions.Title"/>
    public string? Title { get; init; }

    /// <inheritdoc cref="SiteOptions.Description"/>
    public string? Description { get; init; }

    /// <inheritdoc cref="SiteOptions.BaseUrl"/>
    public string? BaseUrl { get; init; }

    /// <summary>Where a preview is, without a path: it takes the place of the host that the base URL names, and leaves its path.</summary>
    public string? PreviewRoot { get; init; }

    /// <inheritdoc cref="SiteOptions.Language"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="SiteOptions.Languages"/>
    public ImmutableArray<string>? Languages { get; init; }

    /// <inheritdoc cref="SiteOptions.TimeZone"/>
    public string? TimeZone { get; init; }

    /// <inheritdoc cref="SiteOptions.Author"/>
    public string? Author { get; init; }

    /// <inheritdoc cref="SiteOptions.Copyright"/>
    public string? Copyright { get; init; }

    /// <inheritdoc cref="SiteOptions.PostPermalink"/>
    public string? PostPermalink { get; init; }

    /// <inheritdoc cref="SiteOptions.SectionPermalinks"/>
    public ImmutableArray<SectionPermalink>? SectionPermalinks { get; init; }

    /// <inheritdoc cref="SiteOptions.Theme"/>
    public ThemeOptions? Theme { get; init; }

    /// <inheritdoc cref="SiteOptions.Redirects"/>
    public RedirectStyle? Redirects { get; init; }

    /// <inheritdoc cref="SiteOptions.Archives"/>
    public ArchiveDepth? Archives { get; init; }

    /// <inheritdoc cref="SiteOptions.PagePermalink"/>
    public string? PagePermalink { get; init; }

    /// <inheritdoc cref="SiteOptions.Paginate"/>
    public int? Paginate { get; init; }

    /// <inheritdoc cref="SiteOptions.SummaryWords"/>
    public int? SummaryWords { get; init; }

    /// <inheritdoc cref="FeedOptions.Entries"/>
    public int? FeedEntries { get; init; }

    /// <summary>The path of the RSS feed; empty for none.</summary>
    public string? RssPath { get; init; }

    /// <summary>The path of the Atom feed; empty for none.</summary>
    public string? AtomPath { get; init; }

    /// <summary>The path of the JSON feed; empty for none.</summary>
    public string? JsonPath { get; init; }

    /// <inheritdoc cref="FeedOptions.OfTerms"/>
    public bool? TermFeeds { get; init; }

    /// <inheritdoc cref="SiteOptions.Taxonomies"/>
    public ImmutableArray<GivenTaxonomy>? Taxonomies { get; init; }

    /// <inheritdoc cref="SiteOptions.Markdown"/>
    public MarkdownOptions? Markdown { get; init; }

    /// <inheritdoc cref="SiteOptions.Embeds"/>
    public EmbedStyle? Embeds { get; init; }

    /// <inheritdoc cref="SiteOptions.Menus"/>
    public ImmutableArray<Menu>? Menus { get; init; }

    /// <inheritdoc cref="TemplateLimits.Work"/>
    public int? WorkLimit { get; init; }

    /// <inheritdoc cref="TemplateLimits.OutputBytes"/>
    public int? OutputLimit { get; init; }

    /// <inheritdoc cref="TemplateLimits.Recursion"/>
    public int? RecursionLimit { get; init; }

    /// <inheritdoc cref="TemplateLimits.SitemapAddresses"/>
    public int? SitemapLimit { get; init; }

    /// <inheritdoc cref="TemplateLimits.RegexSeconds"/>
    public int? RegexLimit { get; init; }

    /// <inheritdoc cref="SiteOptions.Rules"/>
    public ImmutableSortedDictionary<string, DiagnosticSeverity?>? Rules { get; init; }

    /// <inheritdoc cref="SiteOptions.Params"/>
    public Value? Params { get; init; }

    /// <summary>Whether drafts are shown.</summary>
    public bool? Drafts { get; init; }

    /// <summary>Whether posts that are not due yet are shown.</summary>
    public bool? Future { get; init; }

    /// <summary>Whether expired posts are shown.</summary>
    public bool? Expired { get; init; }

    /// <summary>Whether warnings count as errors.</summary>
    public bool? Strict { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Where options stand that are checked further once all is said: by key, those inside another as <c>permalink/posts</c>.</summary>
    public ImmutableDictionary<string, OptionPlace> Places { get; init; } = ImmutableDictionary<string, OptionPlace>.Empty;

    /// <summary>What stands for everything said here.</summary>
    public Fingerprint Fingerprint { get; init; }

    /// <summary>These options where they say something, else the lower ones.</summary>
    public GivenOptions Over(GivenOptions lower) => new()
    {
        Source = Source ?? lower.Source,
        Output = Output ?? lower.Output,
        Posts = Posts ?? lower.Posts,
        Pages = Pages ?? lower.Pages,
        Templates = Templates ?? lower.Templates,
        Static = Static ?? lower.Static,
        Data = Data ?? lower.Data,
        Title = Title ?? lower.Title,
        Description = Description ?? lower.Description,
        BaseUrl = BaseUrl ?? lower.BaseUrl,
        PreviewRoot = PreviewRoot ?? lower.PreviewRoot,
        Language = Language ?? lower.Language,
        Languages = Languages ?? lower.Languages,
        TimeZone = TimeZone ?? lower.TimeZone,
        Author = Author ?? lower.Author,
        Copyright = Copyright ?? lower.Copyright,
        PostPermalink = PostPermalink ?? lower.PostPermalink,
        PagePermalink = PagePermalink ?? lower.PagePermalink,
        SectionPermalinks = SectionPermalinks ?? lower.SectionPermalinks,
        Archives = Archives ?? lower.Archives,
        Redirects = Redirects ?? lower.Redirects,
        Theme = Theme ?? lower.Theme,
        Paginate = Paginate ?? lower.Paginate,
        SummaryWords = SummaryWords ?? lower.SummaryWords,
        FeedEntries = FeedEntries ?? lower.FeedEntries,
        RssPath = RssPath ?? lower.RssPath,
        AtomPath = AtomPath ?? lower.AtomPath,
        JsonPath = JsonPath ?? lower.JsonPath,
        TermFeeds = TermFeeds ?? lower.TermFeeds,
        Taxonomies = Taxonomies ?? lower.Taxonomies,
        Markdown = Markdown ?? lower.Markdown,
        Embeds = Embeds ?? lower.Embeds,
        Menus = Menus ?? lower.Menus,
        WorkLimit = WorkLimit ?? lower.WorkLimit,
        OutputLimit = OutputLimit ?? lower.OutputLimit,
        RecursionLimit = RecursionLimit ?? lower.RecursionLimit,
        RegexLimit = RegexLimit ?? lower.RegexLimit,
        SitemapLimit = SitemapLimit ?? lower.SitemapLimit,
        Rules = Rules ?? lower.Rules,
        Params = Params ?? lower.Params,
        Drafts = Drafts ?? lower.Drafts,
        Future = Future ?? lower.Future,
        Expired = Expired ?? lower.Expired,
        Strict = Strict ?? lower.Strict,
        DryRun = DryRun ?? lower.DryRun,
        Places = lower.Places.RemoveRange(Said).SetItems(Places),
        Fingerprint = Fingerprint.And(lower.Fingerprint),
    };

    // The options that a command line may have too: what it says stands in no file.
    private IEnumerable<string> Said => new (string Key, string? Value)[]
    {
        ("output", Output), ("posts", Posts), ("pages", Pages), ("templates", Templates), ("static", Static), ("data", Data),
        ("base_url", BaseUrl), ("language", Language), ("time_zone", TimeZone),
    }.Where(option => option.Value is not null).Select(option => option.Key);
}
