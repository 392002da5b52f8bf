using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the pictures that are drawn from an SVG: the cards of posts, and the site's icon in several sizes.</summary>
internal static class DrawingRoutes
{
    /// <summary>The name of the icon among the theme's files.</summary>
    public const string IconName = "favicon.svg";

    private const int Digits = 10;

    // A tab of a browser, the home screen of an iPhone, that of an Android telephone, and its splash screen.
    private static readonly ImmutableArray<int> s_sizes = [32, 180, 192, 512];

    /// <summary>Adds the routes; those of posts and of files must have been planned.</summary>
    public static void AddTo(RoutePlan plan, Site site, DrawingSettings drawings)
    {
        foreach (var problem in drawings.Problems)
        {
            plan.Report(problem);
        }

        if (drawings.HasIcons)
        {
            AddIcons(plan, drawings);
        }

        if (drawings.HasCards)
        {
            AddCards(plan, site.Options.BasePath);
        }
    }

    /// <summary>The URL of a post's card: <c>/posts/rain/card.png</c>, or <c>/rain-card.png</c> for <c>/rain.html</c>.</summary>
    public static string CardUrlOf(string pageUrl)
    {
        var path = UrlPath.OutputPath(pageUrl);
        var folder = SitePath.FolderOf(path);
        var name = SitePath.NameOf(path) is var stem && stem == "index" ? "card.png" : $"{stem}-card.png";
        return folder.Length == 0 ? $"/{name}" : $"/{folder}/{name}";
    }

    private static void AddIcons(RoutePlan plan, DrawingSettings drawings)
    {
        if (plan.ByPath.Values.FirstOrDefault(IsIcon) is not CopyRoute icon)
        {
            return;
        }

        foreach (var size in s_sizes)
        {
            var key = drawings.Fingerprint.And(icon.File.Stamp).And(size).ToString()[..Digits];
            plan.AddUnlessTaken(new IconRoute(icon, size, string.Create(CultureInfo.InvariantCulture, $"/assets/icon-{size}.{key}.png")));
        }
    }

    private static bool IsIcon(Route route) => route is CopyRoute { File: { Kind: SourceKind.Asset, RelativePath: IconName } };

    private static void AddCards(RoutePlan plan, string basePath)
    {
        var drawings = plan.ByPath.Values.OfType<CopyRoute>().Where(copy => IsSvg(copy.Url)).ToArray();
        var bySource = drawings.ToDictionary(copy => copy.Origin, StringComparer.Ordinal);
        foreach (var page in plan.ByPath.Values.OfType<PostRoute>().OrderBy(page => page.OutputPath, StringComparer.Ordinal).ToArray())
        {
            if (NeedsCard(page.Post))
            {
                plan.AddUnlessTaken(new CardRoute(page, CoverOf(page.Post, bySource, plan, basePath), CardUrlOf(page.Url)));
            }
        }
    }

    // A photograph, here or elsewhere, is a better picture; a page without a template has no place to name a card.
    private static bool NeedsCard(PostHead post) =>
        post.Front.Layout != "none" && (post.Front.Image is not { Length: > 0 } image || IsSvg(image));

    private static CopyRoute? CoverOf(PostHead post, Dictionary<string, CopyRoute> bySource, RoutePlan plan, string basePath)
    {
        if (post.Front.Image is not { Length: > 0 } image || RelativeLink.Parse(Encoding.UTF8.GetBytes(image)) is not { } link)
        {
            return null;
        }

        if (!link.IsRooted)
        {
            return link.TargetFrom(SitePath.FolderOf(post.Path)) is { } source ? bySource.GetValueOrDefault(source) : null;
        }

        var path = link.Path.StartsWith(basePath, StringComparison.Ordinal) ? link.Path[(basePath.Length - 1)..] : link.Path;
        return (plan.Find(UnicodeNormalization.Compose(link.Path[1..])) ?? plan.Find(UnicodeNormalization.Compose(path[1..]))) as CopyRoute;
    }

    private static bool IsSvg(string path)
    {
        var cut = path.AsSpan().IndexOfAny('?', '#');
        return (cut < 0 ? path : path.AsSpan(0, cut)).EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
    }
}
