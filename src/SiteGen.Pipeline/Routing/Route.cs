using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>What a route is counted as in the summary of a build.</summary>
public enum RouteKind
{
    /// <summary>A post.</summary>
    Post,

    /// <summary>A stand-alone page.</summary>
    Page,

    /// <summary>A list of posts, terms or pages.</summary>
    List,

    /// <summary>A redirect.</summary>
    Redirect,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A file copied or written for machines.</summary>
    File,

    /// <summary>A version of a picture.</summary>
    Picture,
}

/// <summary>One file of the output.</summary>
/// <param name="Url">The URL from the site's root, not encoded.</param>
/// <param name="OutputPath">The file in the output folder.</param>
/// <param name="Kind">What it is counted as.</param>
/// <param name="Origin">What it comes from, for messages: the path of a source, or a name for what is generated.</param>
[DebuggerDisplay("{Kind}: {OutputPath,nq}")]
internal abstract record Route(string Url, string OutputPath, RouteKind Kind, string Origin)
{
    /// <summary>The fingerprint of what makes the route; a trace of another maker at the same path does not apply to it.</summary>
    public virtual Fingerprint Maker => Fingerprint.Compute(Url).And(Origin).And((int)Kind);
}

/// <summary>A post's or a page's own file.</summary>
internal sealed record PostRoute(PostHead Post, string OutputPath)
    : Route(Post.Url, OutputPath, Post.IsPage ? RouteKind.Page : RouteKind.Post, Post.Path);

/// <summary>A list of posts or terms, below the text of a page at the same URL if there is one.</summary>
internal abstract record ListRoute(PostHead? ListPageContent, string Url, string OutputPath, string Name)
    : Route(Url, OutputPath, RouteKind.List, ListPageContent?.Path ?? Name);

/// <summary>One page of the home list of a language, counted from 1.</summary>
internal sealed record HomeRoute(LanguageSection Section, PostHead? ListPageContent, string Url, string OutputPath, int Page, int PageCount)
    : ListRoute(ListPageContent, Url, OutputPath, "the list of posts");

/// <summary>A term's list of posts.</summary>
internal sealed record TermRoute(Taxonomy Taxonomy, Term Term, PostHead? ListPageContent, string OutputPath)
    : ListRoute(ListPageContent, Term.Url, OutputPath, $"the page of '{Term.Name}' in {Taxonomy.Name}");

/// <summary>The overview of a taxonomy.</summary>
internal sealed record TermsRoute(Taxonomy Taxonomy, PostHead? ListPageContent, string OutputPath)
    : ListRoute(ListPageContent, Taxonomy.Url, OutputPath, $"the overview of {Taxonomy.Name}");

/// <summary>The overview of all years, the posts of a year, or those of a month.</summary>
internal sealed record ArchiveRoute(Year? Year, Month? Month, PostHead? ListPageContent, string Url, string OutputPath)
    : ListRoute(ListPageContent, Url, OutputPath, "the archive");

/// <summary>The page that explains feeds and links to all of them.</summary>
internal sealed record FeedsRoute(PostHead? ListPageContent)
    : ListRoute(ListPageContent, ListPages.FeedsUrl, "feeds/index.html", "the page of feeds");

/// <summary>The page to search one language of the site.</summary>
internal sealed record SearchRoute(SearchSection Section, PostHead? ListPageContent, string OutputPath)
    : ListRoute(ListPageContent, Section.Url, OutputPath, "the search page");

/// <summary>A file of a search index.</summary>
/// <param name="Section">What is searched.</param>
/// <param name="Has">What the file has.</param>
/// <param name="Number">Which file of its kind it is, from 0.</param>
/// <param name="Url">Its URL.</param>
internal sealed record SearchIndexRoute(SearchSection Section, SearchFileKind Has, int Number, string Url)
    : Route(Url, Url[1..], RouteKind.File, "the search index");

/// <summary>A URL that redirects to a post, or with <paramref name="To"/> from a moved post to its new location.</summary>
internal sealed record AliasRoute(PostHead Target, string? To, string Url, string OutputPath)
    : Route(Url, OutputPath, RouteKind.Redirect, Target.Path)
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("redirect").And(Url).And(Target.Path).And(To);

    /// <summary>Whether its output path differs from that of another route in case only, so that not every file system has both.</summary>
    public bool IsCaseVariant { get; init; }
}

/// <summary>The page for URLs that do not exist.</summary>
internal sealed record NotFoundRoute() : Route("/404.html", "404.html", RouteKind.Page, "the 404 page");

/// <summary>The subject of a feed.</summary>
/// <param name="Title">Its title.</param>
/// <param name="HomeUrl">The page that shows the same posts.</param>
/// <param name="List">The posts.</param>
/// <param name="Language">Its language, as a tag.</param>
internal sealed record FeedSubject(string Title, string HomeUrl, PostList List, string Language);

/// <summary>A feed, of all posts or of a term's.</summary>
internal sealed record FeedRoute(FeedFormat Format, FeedSubject Subject, string Url, string OutputPath)
    : Route(Url, OutputPath, RouteKind.Feed, $"the feed of '{Subject.List.Name}'");

/// <summary>The list of URLs for search engines, or one part of it, counted from 1.</summary>
internal sealed record SitemapRoute(int? Part, string Url) : Route(Url, Url[1..], RouteKind.File, "the sitemap")
{
    /// <summary>Whether the sitemap lists a route.</summary>
    public static bool Lists(Route route) => PostOf(route) is { Front: var front }
        ? !front.NoIndex && !front.IsUnlisted
        : route is ListRoute and not (HomeRoute { Page: > 1 } or SearchRoute);

    /// <summary>The post or page whose text a route shows; null when there is none.</summary>
    public static PostHead? PostOf(Route route) => route switch
    {
        PostRoute post => post.Post,
        ListRoute list => list.ListPageContent,
        _ => null,
    };
}

/// <summary>The index of a sitemap in parts.</summary>
internal sealed record SitemapIndexRoute(int Parts) : Route("/sitemap.xml", "sitemap.xml", RouteKind.File, "the sitemap")
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("sitemap index").And(Parts);
}

/// <summary>One redirect: from a URL of the site to another one, here or elsewhere.</summary>
internal sealed record Redirect(string From, string To)
{
    /// <summary>What the query must hold, as 'name=value' separated by spaces; empty when any query matches.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether the site has a file at the URL without the query: the rule must then take precedence over it.</summary>
    public bool IsOverPage { get; init; }
}

/// <summary>The redirects in one file, as static hosts read it.</summary>
internal sealed record RedirectsRoute(ImmutableArray<Redirect> Redirects)
    : Route("/_redirects", "_redirects", RouteKind.File, "the redirects")
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Redirects.Aggregate(
        Fingerprint.Compute("redirects"),
        (all, redirect) => all.And(redirect.From).And(redirect.Query).And(redirect.IsOverPage ? 1 : 0).And(redirect.To));
}

/// <summary>What browsers need to install the site as an app.</summary>
internal sealed record WebManifestRoute() : Route("/manifest.webmanifest", "manifest.webmanifest", RouteKind.File, "the web manifest");

/// <summary>Which URLs crawlers may fetch.</summary>
internal sealed record RobotsRoute() : Route("/robots.txt", "robots.txt", RouteKind.File, "robots.txt");

/// <summary>A version of a picture, made when a page offers it.</summary>
/// <param name="File">The picture.</param>
/// <param name="Variant">The version.</param>
/// <param name="Key">The fingerprint of all that its bytes depend on, which its name shows.</param>
/// <param name="Url">Its URL.</param>
internal sealed record VariantRoute(SourceFile File, ImageVariant Variant, Fingerprint Key, string Url)
    : Route(Url, UnicodeNormalization.Compose(Url[1..]), RouteKind.Picture, File.Path)
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("picture").And(Key).And(File.Path);
}

/// <summary>A picture of a post for networks on which it is shared, drawn from the theme's template of cards or from the cover.</summary>
/// <param name="Page">The page of the post.</param>
/// <param name="Cover">The cover, an SVG; null when the card is drawn from the template.</param>
/// <param name="Url">Its URL.</param>
internal sealed record CardRoute(PostRoute Page, CopyRoute? Cover, string Url)
    : Route(Url, UnicodeNormalization.Compose(Url[1..]), RouteKind.Picture, $"the card of {Page.Origin}")
{
    /// <summary>The width in pixels that networks show without cutting anything off.</summary>
    public const int Width = 1200;

    /// <summary>The height.</summary>
    public const int Height = 630;

    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("card").And(Url).And(Page.Origin).And(Cover?.File.Path);
}

/// <summary>The site's icon, drawn at one size.</summary>
/// <param name="Drawing">The icon, an SVG.</param>
/// <param name="Size">Its width and height in pixels.</param>
/// <param name="Url">Its URL, which changes with everything that its bytes depend on.</param>
internal sealed record IconRoute(CopyRoute Drawing, int Size, string Url)
    : Route(Url, Url[1..], RouteKind.Picture, "the icon of the site")
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("icon").And(Url).And(Drawing.Origin).And(Size);
}

/// <summary>A file that is copied.</summary>
internal sealed record CopyRoute(SourceFile File, string Url, string OutputPath) : Route(Url, OutputPath, RouteKind.File, File.Path)
{
    /// <summary>Whether a smaller version is published in its place, if one can be made.</summary>
    public bool IsReplaced { get; init; }
}
