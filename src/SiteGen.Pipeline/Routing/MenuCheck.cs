using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Finds configured entries of menus that lead to nothing that is part of the site.</summary>
internal static class MenuCheck
{
    /// <summary>What is to be said of the menus.</summary>
    /// <param name="site">The site.</param>
    /// <param name="routes">Every file of the site by its path, and the addresses that only a rule of the host leads on from.</param>
    /// <param name="redirects">The redirects.</param>
    public static IEnumerable<Diagnostic> In(Site site, IReadOnlyDictionary<string, Route> routes, IReadOnlyCollection<Redirect> redirects)
    {
        var entries = site.Options.Menus.SelectMany(menu => menu.Entries).Where(entry => MenuTarget.IsLocal(entry.Url)).ToArray();
        if (entries.Length == 0)
        {
            yield break;
        }

        var byPath = MenuTarget.ByPath(site.Published.Select(post => post.Head));
        var rules = redirects.Select(redirect => UrlPath.OutputPath(redirect.From)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var path = WithoutBase(RedirectTarget.PathOf(entry.Url), site.Options.BasePath);
            var files = FilesOf(path);
            var isThere = MenuTarget.PageOf(entry.Url, byPath) is not null || rules.Contains(files[0])
                || files.Any(file => routes.TryGetValue(file, out var route) && route.OutputPath == file);
            if (!isThere)
            {
                var near = Nearest(path, files, site, routes);
                yield return Diagnostic.InFile(SiteRules.BrokenMenu, "sitegen.yml", $"a menu leads to '{entry.Url}', which is not part of the site", near is null ? "write the name of a page's file, as in 'pages/about.md', or the path of one, as in '/about/'" : $"did you mean '{near}'?").At(entry.Place);
            }
        }
    }

    // With and without the folder's own file, for a file without an ending is served at its name.
    private static string[] FilesOf(string path) =>
        [UrlPath.OutputPath(UrlPath.Normalize(path)), UnicodeNormalization.Compose(Uri.UnescapeDataString(path)).Trim('/')];

    // The same but for the case, or a file that is copied elsewhere than it stands; else the nearest name.
    private static string? Nearest(string path, string[] files, Site site, IReadOnlyDictionary<string, Route> routes)
    {
        if (files.Select(file => routes.GetValueOrDefault(file)).FirstOrDefault(route => route is not null) is { } alike)
        {
            return alike.Url;
        }

        if (routes.Values.Where(route => route.Origin == files[1]).Select(route => route.Url).Order(StringComparer.Ordinal).FirstOrDefault() is { } moved)
        {
            return moved;
        }

        var isSource = RedirectTarget.IsSource(path);
        return isSource
            ? Suggestion.For(path.TrimStart('/'), site.Published.Select(post => post.Head.Path))
            : Suggestion.For(UrlPath.Normalize(path), routes.Values.Where(route => route.Kind is RouteKind.Page or RouteKind.List or RouteKind.Post).Select(route => route.Url));
    }

    private static string WithoutBase(string path, string basePath)
    {
        var folder = basePath.TrimEnd('/');
        return folder.Length > 0 && (path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal)) ? path[folder.Length..] : path;
    }
}
