using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The target of <c>redirect_to</c>: a URL elsewhere, a path of the site, or a post by its file, as in a link.</summary>
internal static class RedirectTarget
{
    /// <summary>The URL that a post redirects to.</summary>
    public static string Resolve(PostHead head, Site site)
    {
        var to = head.Front.RedirectTo ?? "";
        if (!IsSource(to))
        {
            return to;
        }

        var written = PathOf(to);
        var path = written.StartsWith('/') ? written[1..] : SitePath.Combine(SitePath.FolderOf(head.Path), written);
        var found = path is null ? null : site.Find(Fingerprint.Compute(path).Low);
        return found is null ? to : found.Url + to[written.Length..];
    }

    /// <summary>Whether it names the source of a post or page.</summary>
    public static bool IsSource(string to) => !IsElsewhere(to) && PathOf(to).EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why it is not a valid target; null when it is.</summary>
    public static string? ProblemOf(string to) =>
        IsElsewhere(to) || IsSource(to) ? null
            : Uri.TryCreate(to, UriKind.Absolute, out var absolute) && absolute.Scheme != Uri.UriSchemeFile
                ? $"no page is at '{absolute.Scheme}:'"
            : UrlPath.Problem(to);

    /// <summary>The target without its query and fragment.</summary>
    public static string PathOf(string to) => to.AsSpan().IndexOfAny('#', '?') is >= 0 and var end ? to[..end] : to;

    private static bool IsElsewhere(string to) =>
        to.StartsWith("//", StringComparison.Ordinal)
        || (Uri.TryCreate(to, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https");
}
