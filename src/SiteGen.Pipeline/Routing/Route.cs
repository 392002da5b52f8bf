using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
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
}

/// <summary>One file that the site will consist of.</summary>
/// <param name="Url">The address from the site's root, not encoded.</param>
/// <param name="OutputPath">The file in the output folder.</param>
/// <param name="Kind">What it is counted as.</param>
/// <param name="Origin">What it comes from, for messages: a source's path, or what the program makes by itself.</param>
internal abstract record Route(string Url, string OutputPath, RouteKind Kind, string Origin)
{
    /// <summary>Stands for what the route is made from; a trace of another maker at the same path says nothing about it.</summary>
    public virtual Fingerprint Maker => Fingerprint.Compute(Url).And(Origin).And((int)Kind);
}

/// <summary>A post's or a page's own file.</summary>
internal sealed record PostRoute(Post Post, string OutputPath)
    : Route(Post.Head.Url, OutputPath, Post.Head.IsPage ? RouteKind.Page : RouteKind.Post, Post.Head.Path);

/// <summary>One page of the home list of a language, counted from 1.</summary>
internal sealed record HomeRoute(LanguageSection Section, string Url, string OutputPath, int Page, int PageCount)
    : Route(Url, OutputPath, RouteKind.List, "the list of posts");

/// <summary>A term's list of posts, below the text of a page at the same address if there is one.</summary>
internal sealed record TermRoute(Taxonomy Taxonomy, Term Term, Post? ListPageContent, string OutputPath)
    : Route(Term.Url, OutputPath, RouteKind.List, ListPageContent?.Head.Path ?? $"the page of '{Term.Name}' in {Taxonomy.Name}");

/// <summary>The overview of a taxonomy, below the text of a page at the same address if there is one.</summary>
internal sealed record TermsRoute(Taxonomy Taxonomy, Post? ListPageContent, string OutputPath)
    : Route(Taxonomy.Url, OutputPath, RouteKind.List, ListPageContent?.Head.Path ?? $"the overview of {Taxonomy.Name}");

/// <summary>The overview of all years, the posts of a year, or those of a month.</summary>
internal sealed record ArchiveRoute(Year? Year, Month? Month, string Url, string OutputPath)
    : Route(Url, OutputPath, RouteKind.List, "the archive");

/// <summary>An address that leads to a post, or with <paramref name="To"/> from a post to somewhere else.</summary>
internal sealed record AliasRoute(PostHead Target, string? To, string Url, string OutputPath)
    : Route(Url, OutputPath, RouteKind.Redirect, Target.Path)
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("redirect").And(Url).And(Target.Path).And(To);
}

/// <summary>The page for addresses that are not there.</summary>
internal sealed record NotFoundRoute() : Route("/404.html", "404.html", RouteKind.Page, "the 404 page");

/// <summary>What a feed is about.</summary>
/// <param name="Title">Its title.</param>
/// <param name="HomeUrl">The page that shows the same posts.</param>
/// <param name="List">The posts.</param>
/// <param name="Language">The language it says it is in, as a tag.</param>
internal sealed record FeedSubject(string Title, string HomeUrl, PostList List, string Language);

/// <summary>A feed, of all posts or of a term's.</summary>
internal sealed record FeedRoute(FeedFormat Format, FeedSubject Subject, string Url, string OutputPath)
    : Route(Url, OutputPath, RouteKind.Feed, $"the feed of '{Subject.List.Name}'");

/// <summary>The list of addresses for search engines, or one part of it, counted from 1.</summary>
internal sealed record SitemapRoute(int? Part, string Url) : Route(Url, Url[1..], RouteKind.File, "the sitemap")
{
    /// <summary>Whether search engines should find a route.</summary>
    public static bool Lists(Route route) => PostOf(route) is { Head.Front: var front }
        ? !front.NoIndex && !front.IsUnlisted
        : route is HomeRoute { Page: 1 } or TermRoute or TermsRoute or ArchiveRoute or FeedsRoute;

    /// <summary>The post or page whose text a route shows; null when there is none.</summary>
    public static Post? PostOf(Route route) => route switch
    {
        PostRoute post => post.Post,
        TermRoute term => term.ListPageContent,
        TermsRoute terms => terms.ListPageContent,
        _ => null,
    };
}

/// <summary>The index of a sitemap in parts.</summary>
internal sealed record SitemapIndexRoute(int Parts) : Route("/sitemap.xml", "sitemap.xml", RouteKind.File, "the sitemap")
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Fingerprint.Compute("sitemap index").And(Parts);
}

/// <summary>One redirect: from an address to another of the site or elsewhere.</summary>
internal sealed record Redirect(string From, string To)
{
    /// <summary>What the query must hold, as 'name=value' parted by blanks; empty where any will do.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether a file of the site stands at the address without the query: the rule must then go before it.</summary>
    public bool IsOverPage { get; init; }
}

/// <summary>The redirects in one file, as static hosts read it.</summary>
internal sealed record RedirectsRoute(ImmutableArray<Redirect> Redirects) : Route("/_redirects", "_redirects", RouteKind.File, "the redirects")
{
    /// <inheritdoc/>
    public override Fingerprint Maker { get; } = Redirects.Aggregate(Fingerprint.Compute("redirects"), (print, redirect) => print.And(redirect.From).And(redirect.Query).And(redirect.IsOverPage ? 1 : 0).And(redirect.To));
}

/// <summary>The page that explains feeds and leads to all of them.</summary>
internal sealed record FeedsRoute() : Route("/feeds/", "feeds/index.html", RouteKind.List, "the page of feeds");

/// <summary>What devices need to know of the site.</summary>
internal sealed record WebManifestRoute() : Route("/manifest.webmanifest", "manifest.webmanifest", RouteKind.File, "the web manifest");

/// <summary>What robots may read.</summary>
internal sealed record RobotsRoute() : Route("/robots.txt", "robots.txt", RouteKind.File, "robots.txt");

/// <summary>A file copied as it is.</summary>
internal sealed record CopyRoute(SourceFile File, string Url, string OutputPath) : Route(Url, OutputPath, RouteKind.File, File.Path);
