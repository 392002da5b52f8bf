using System.Collections.Immutable;
using System.Text.Json;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Inspection;

/// <summary>One list that can be asked for.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it has, in a few words.</param>
/// <param name="Create">Makes it.</param>
internal sealed record SiteListing(string Name, string Description, Func<InspectedSite, Listing> Create);

/// <summary>The table of lists; a site's own taxonomies are lists as well, by their names.</summary>
internal static class SiteListings
{
    /// <summary>All lists, in the order of the help.</summary>
    public static ImmutableArray<SiteListing> All { get; } =
    [
        new("posts", "what is published, newest first", site => Posts(site, site.Site.Published.Where(head => !head.IsPage))),
        new("pages", "stand-alone pages", site => Posts(site, site.Site.Published.Where(head => head.IsPage))),
        new("drafts", "what is not ready", site => Kept(site, head => head.Front.IsDraft)),
        new("future", "what is not due yet", site => Kept(site, head => PublishingRules.DueDate(head) > site.Options.Publishing.Now)),
        new("expired", "what was taken back", site => Kept(site, head => HasExpired(site, head))),
        new("left-out", "every file that is no part of the site, and why", LeftOut),
        new("tags", "tags and how many posts have them", site => Terms(site, "tags")),
        new("categories", "categories", site => Terms(site, "categories")),
        new("authors", "who writes", site => Terms(site, "authors")),
        new("series", "series of posts", site => Terms(site, "series")),
        new("images", "pictures, their sizes, and which are larger than any page needs", Images),
        new("urls", "every address of the site and what makes it", Urls),
        new("templates", "templates, built in and your own", Templates),
        new("headers", "headers for a web host, by which browsers load nothing else", Headers),
        new("rules", "every kind of problem", _ => Rules()),
    ];

    /// <summary>A list by its name; null when there is none.</summary>
    public static SiteListing? Find(string name, InspectedSite site) =>
        All.FirstOrDefault(listing => listing.Name == name)
        ?? (site.Site.Taxonomies.Any(taxonomy => taxonomy.Name == name) ? new SiteListing(name, "", site => Terms(site, name)) : null);

    /// <summary>Every kind of problem; needs no site.</summary>
    public static Listing Rules() => Listing.From(
        ["code", "name", "severity", "summary"],
        KnownRules.All.OrderBy(rule => rule.Code, StringComparer.Ordinal)
            .Select(rule => Row(rule.Code, rule.Name, Diagnostic.NameOf(rule.Severity), rule.Summary)));

    private static Listing Headers(InspectedSite site) => Listing.From(
        ["header", "value"], SecurityHeaders.Of(site.Options).Select(header => Row(header.Key, header.Value)));

    private static Listing Posts(InspectedSite site, IEnumerable<PostHead> heads)
    {
        var rows = heads.Select(head => Row(
            site.CellOf(head.Date), head.Title, head.Url, head.Path, head.Language, head.Front.Tags, site.Site.AuthorsOf(head),
            site.Site.TextOf(head.Id)?.WordCount ?? 0));
        var all = Listing.From(["date", "title", "url", "source", "language", "tags", "authors", "words"], rows);
        return all with { MainColumns = 4 };
    }

    private static Listing Kept(InspectedSite site, Func<PostHead, bool> isKept) => Listing.From(
        ["date", "title", "url", "source", "expires"],
        site.Heads.Where(isKept).OrderBy(head => head.Date).ThenBy(head => head.Path, StringComparer.Ordinal)
            .Select(head => Row(
                site.CellOf(PublishingRules.DueDate(head)), head.Title, head.Url, head.Path, site.CellOf(head.Front.ExpiryDate?.Instant))));

    private static bool HasExpired(InspectedSite site, PostHead head) =>
        head.Front.ExpiryDate?.Instant <= site.Options.Publishing.Now;

    // Posts by the rules of publishing, files by their names, and posts with errors, which have no page either.
    private static Listing LeftOut(InspectedSite site)
    {
        var posts = site.Heads.Where(head => site.Site.ReasonsLeftOut.ContainsKey(head.Id))
            .Select(head => (head.Path, Reason: site.Site.ReasonsLeftOut[head.Id], head.Title));
        var files = site.Tree.Diagnostics.Where(problem => problem.Path.Length > 0)
            .Select(problem => (problem.Path, Reason: problem.Message, Title: ""));
        var broken = site.Parsed.Sources
            .Where(source => source.File.Kind is SourceKind.Post or SourceKind.Page && source.Post is null)
            .Select(source => (source.File.Path, Reason: ReasonOf(source), Title: ""));
        return Listing.From(
            ["source", "reason", "title"],
            posts.Concat(files).Concat(broken).OrderBy(row => row.Path, StringComparer.Ordinal)
                .Select(row => Row(row.Path, row.Reason, row.Title)));
    }

    private static string ReasonOf(ParsedSource source) =>
        source.Diagnostics.FirstOrDefault(problem => problem.IsError) is { } error ? error.Message : "it cannot be read";

    private static Listing Terms(InspectedSite site, string taxonomy) => Listing.From(
        ["name", "posts", "url"],
        site.Site.TaxonomyOf(taxonomy).Terms.Select(term => Row(FullNameOf(term, site, taxonomy), term.List.Posts.Length, term.Url)));

    private static string FullNameOf(Term term, InspectedSite site, string taxonomy) => site.Site.TaxonomyOf(taxonomy).KeysOf(term)[0];

    private static Listing Images(InspectedSite site) => Listing.From(
        ["source", "width", "height", "bytes", "format", "note"],
        site.Routes.Routes.OfType<CopyRoute>().Where(route => ImageFile.IsImage(route.Origin))
            .OrderBy(route => route.Origin, StringComparer.Ordinal)
            .Select(route => Row(
                route.Origin,
                route.File.ImageSize?.Width ?? 0,
                route.File.ImageSize?.Height ?? 0,
                (int)route.File.Length,
                FormatOf(route),
                NoteOn(route.File, site))));

    private static string FormatOf(CopyRoute route) => route.File is { Raster: { Format: var format } }
        ? RasterFormats.ExtensionOf(format)
        : Path.GetExtension(route.Origin).TrimStart('.').ToLowerInvariant();

    private static string NoteOn(SourceFile file, InspectedSite site)
    {
        var settings = site.Input.Images.Settings;
        return !settings.IsFor(file.Raster) ? "one size only"
            : file.Raster?.Size.Width > 2 * settings.Options.Widths[^1] ? "more than twice as wide as its largest version"
            : "";
    }

    private static Listing Urls(InspectedSite site) => Listing.From(
        ["url", "kind", "file", "source"],
        site.Routes.Routes.Select(route => Row(UrlPath.Encode(route.Url), KindOf(route), route.OutputPath, route.Origin)));

    /// <summary>The kind of a route as JSON reports name it.</summary>
    public static string KindOf(Route route) => JsonNamingPolicy.SnakeCaseLower.ConvertName(route.Kind.ToString());

    private static Listing Templates(InspectedSite site) => Listing.From(
        ["name", "from", "source"],
        site.Tree.Files.Where(file => file.Kind is SourceKind.Template or SourceKind.Asset or SourceKind.Words)
            .OrderBy(file => file.RelativePath, StringComparer.Ordinal)
            .Select(file => file.FullPath is null ? Row(file.RelativePath, "built in", "") : Row(file.RelativePath, "yours", file.Path)));

    private static ImmutableArray<Cell> Row(params ReadOnlySpan<Cell> cells) => [.. cells];
}
