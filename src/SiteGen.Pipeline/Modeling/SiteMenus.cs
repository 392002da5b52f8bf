using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>One entry of a menu: from the configuration, or of a page that put itself there.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Url">The address as configured; null for a page's.</param>
/// <param name="Page">The page.</param>
internal sealed record MenuItem(string Title, string? Url, PostHead? Page);

/// <summary>The menus of a site.</summary>
internal static class SiteMenus
{
    /// <summary>The menus by name: by weight; where none is given the configured entries first, then pages by title.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<MenuItem>>> Create(SiteOptions options, IEnumerable<PostHead> posts, IEnumerable<PostHead> published)
    {
        var menus = new SortedDictionary<string, List<(int Weight, MenuItem Item)>>(StringComparer.Ordinal);
        var byPath = options.Menus.Any(menu => menu.Entries.Length > 0) ? MenuTarget.ByPath(published) : ImmutableDictionary<string, PostHead>.Empty;
        foreach (var menu in options.Menus)
        {
            menus[menu.Name] = [.. menu.Entries.Select(entry => (entry.Weight ?? int.MaxValue, ItemOf(entry, byPath)))];
        }

        foreach (var (head, place) in posts.SelectMany(post => post.Front.Menus.Select(place => (post, place))).OrderBy(pair => pair.place.Title ?? pair.post.Title, StringComparer.Ordinal).ThenBy(pair => pair.post.Path, StringComparer.Ordinal))
        {
            if (!menus.TryGetValue(place.Menu, out var items))
            {
                menus[place.Menu] = items = [];
            }

            items.Add((place.Weight ?? head.Front.Weight ?? int.MaxValue, new MenuItem(place.Title ?? head.Title, null, head)));
        }

        return [.. menus.Select(menu => KeyValuePair.Create(menu.Key, menu.Value.OrderBy(item => item.Weight).Select(item => item.Item).ToImmutableArray()))];
    }

    // What stands behind the path, a place on the page, stays.
    private static MenuItem ItemOf(MenuEntry entry, IReadOnlyDictionary<string, PostHead> byPath)
    {
        var suffix = entry.Url[RedirectTarget.PathOf(entry.Url).Length..];
        return MenuTarget.PageOf(entry.Url, byPath) is not { } page ? new MenuItem(entry.Title, entry.Url, null)
            : suffix.Length == 0 ? new MenuItem(entry.Title, null, page)
            : new MenuItem(entry.Title, UrlPath.Encode(page.Url) + suffix, null);
    }

    /// <summary>What stands for menus.</summary>
    public static Fingerprint FingerprintOf(ImmutableArray<KeyValuePair<string, ImmutableArray<MenuItem>>> menus) => menus.Aggregate(
        Fingerprint.Compute("menus"), (print, menu) => menu.Value.Aggregate(print.And(menu.Key), (inner, item) => inner.And(item.Title).And(item.Url).And(item.Page?.Url)));
}
