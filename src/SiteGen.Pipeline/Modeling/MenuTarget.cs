using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The target of a configured menu entry: a URL as written, or a post or page by its file, as in a link.</summary>
internal static class MenuTarget
{
    /// <summary>The post or page whose file a target names; null when it names none.</summary>
    public static PostHead? PageOf(string url, IReadOnlyDictionary<string, PostHead> byPath) =>
        !IsLocal(url) ? null : byPath.GetValueOrDefault(Uri.UnescapeDataString(RedirectTarget.PathOf(url)).TrimStart('/'));

    /// <summary>Whether it is a path of the site, not a URL elsewhere, a mail address, or a location on the same page.</summary>
    public static bool IsLocal(string url) =>
        !url.StartsWith("//", StringComparison.Ordinal) && url is not (['#' or '?', ..] or "")
        && !(Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme != Uri.UriSchemeFile);

    /// <summary>The posts and pages by their files.</summary>
    public static IReadOnlyDictionary<string, PostHead> ByPath(IEnumerable<PostHead> posts) =>
        posts.ToDictionary(post => post.Path, StringComparer.Ordinal);
}
