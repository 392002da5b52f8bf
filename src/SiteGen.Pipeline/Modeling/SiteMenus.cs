using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>One entry of a menu: from the configuration, or from the front matter of a page.</summary>
/// <param name="Title">The text of the link.</param>
/// <param name="Url">The URL as configured; null for a page.</param>
/// <param name="Page">The page; null for another target.</param>
internal sealed record MenuItem(LocalizedText Title, string? Url, PostHead? Page)
{
    /// <summary>The menu that the page adds itself to, under its own title; null for an entry of the configuration.</summary>
    public string? OfPageIn { get; init; }
}

/// <summary>The menus of a site.</summary>
internal static class SiteMenus
{
    /// <summary>The menus by name, with their entries by weight.</summary>
    /// <remarks>Entries without a weight come last: the configured ones as written, then pages by title.</remarks>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<MenuItem>>> Create(
        SiteOptions options, IEnumerable<PostHead> posts, IEnumerable<PostHead> published)
    {
        var menus = new SortedDictionary<string, List<(int Weight, MenuItem Item)>>(StringComparer.Ordinal);
        var hasEntries = options.Menus.Any(menu => menu.Entries.Length > 0);
        var byPath = hasEntries ? MenuTarget.ByPath(published) : ImmutableDictionary<string, PostHead>.Empty;
        foreach (var menu in options.Menus)
        {
            menus[menu.Name] = [.. menu.Entries.Select(entry => (entry.Weight ?? int.MaxValue, ItemOf(entry, byPath)))];
        }

        // A translation stands in the menu in the place of its original.
        var ofPages = posts
            .Where(post => post.TranslatedInto is null)
            .SelectMany(post => post.Front.Menus.Select(entry => (Post: post, Entry: entry)))
            .OrderBy(pair => pair.Entry.Title ?? pair.Post.Title, StringComparer.Ordinal)
            .ThenBy(pair => pair.Post.Path, StringComparer.Ordinal);
        foreach (var (head, entry) in ofPages)
        {
            if (!menus.TryGetValue(entry.Menu, out var items))
            {
                menus[entry.Menu] = items = [];
            }

            var item = new MenuItem(new LocalizedText(entry.Title ?? head.Title), null, head) { OfPageIn = entry.Menu };
            items.Add((entry.Weight ?? head.Front.Weight ?? int.MaxValue, item));
        }

        return [.. menus.Select(menu => KeyValuePair.Create(menu.Key, InOrder(menu.Value)))];
    }

    private static ImmutableArray<MenuItem> InOrder(List<(int Weight, MenuItem Item)> items) =>
        [.. items.OrderBy(item => item.Weight).Select(item => item.Item)];

    // Keeps what follows the path: a query, or a fragment of the page.
    private static MenuItem ItemOf(MenuEntry entry, IReadOnlyDictionary<string, PostHead> byPath)
    {
        var suffix = entry.Url[RedirectTarget.PathOf(entry.Url).Length..];
        return MenuTarget.PageOf(entry.Url, byPath) is not { } page ? new MenuItem(entry.Title, entry.Url, null)
            : suffix.Length == 0 ? new MenuItem(entry.Title, null, page)
            : new MenuItem(entry.Title, UrlPath.Encode(page.Url) + suffix, null);
    }

    /// <summary>The fingerprint of the menus.</summary>
    public static Fingerprint FingerprintOf(ImmutableArray<KeyValuePair<string, ImmutableArray<MenuItem>>> menus) => menus.Aggregate(
        Fingerprint.Compute("menus"),
        (all, menu) => menu.Value.Aggregate(
            all.And(menu.Key), (inner, item) => inner.And(item.Title.Text).And(item.Url).And(item.Page?.Url)));
}
