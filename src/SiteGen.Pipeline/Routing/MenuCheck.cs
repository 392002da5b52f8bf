using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Finds configured menu entries whose target does not exist.</summary>
internal static class MenuCheck
{
    /// <summary>One diagnostic for each entry without a target.</summary>
    /// <param name="site">The site.</param>
    /// <param name="routes">All routes by output path.</param>
    /// <param name="redirects">The redirects, also those that only a rule of the host follows.</param>
    public static IEnumerable<Diagnostic> In(Site site, IReadOnlyDictionary<string, Route> routes, IReadOnlyCollection<Redirect> redirects)
    {
        var entries = site.Options.Menus.SelectMany(menu => menu.Entries).Where(entry => MenuTarget.IsLocal(entry.Url)).ToArray();
        if (entries.Length == 0)
        {
            yield break;
        }

        var byPath = MenuTarget.ByPath(site.Published);
        var rules = redirects.Select(redirect => UrlPath.OutputPath(redirect.From)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var path = WithoutBase(RedirectTarget.PathOf(entry.Url), site.Options.BasePath);
            var files = FilesOf(path);
            var isThere = MenuTarget.PageOf(entry.Url, byPath) is not null || rules.Contains(files[0])
                || files.Any(file => routes.TryGetValue(file, out var route) && route.OutputPath == file);
            if (!isThere && entry.IfBroken is { } problem)
            {
                yield return problem with { Hint = RoutingMessages.BrokenMenu(entry.Url, Nearest(path, files, site, routes)).Hint };
            }
        }
    }

    // With and without 'index.html': a file without an extension is served at its own name.
    private static string[] FilesOf(string path) =>
        [UrlPath.OutputPath(UrlPath.Normalize(path)), UnicodeNormalization.Compose(Uri.UnescapeDataString(path)).Trim('/')];

    // What differs only in case, a file that is copied to another path, or the nearest name.
    private static string? Nearest(string path, string[] files, Site site, IReadOnlyDictionary<string, Route> routes)
    {
        if (files.Select(file => routes.GetValueOrDefault(file)).FirstOrDefault(route => route is not null) is { } alike)
        {
            return alike.Url;
        }

        if (routes.Values.Where(route => route.Origin == files[1]).Select(route => route.Url).Min(StringComparer.Ordinal) is { } moved)
        {
            return moved;
        }

        if (RedirectTarget.IsSource(path))
        {
            return Suggestion.For(path.TrimStart('/'), site.Published.Select(post => post.Path));
        }

        var pages = routes.Values.Where(route => route.Kind is RouteKind.Page or RouteKind.List or RouteKind.Post);
        return Suggestion.For(UrlPath.Normalize(path), pages.Select(route => route.Url));
    }

    private static string WithoutBase(string path, string basePath)
    {
        var folder = basePath.TrimEnd('/');
        var isBelow = folder.Length > 0 && (path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));
        return isBelow ? path[folder.Length..] : path;
    }
}
