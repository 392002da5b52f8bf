using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Where <c>redirect_to</c> leads: an address elsewhere, a path of the site, or a post by its file, as in a link.</summary>
internal static class RedirectTarget
{
    /// <summary>The address that a post's readers are sent to.</summary>
    public static string Resolve(PostHead head, Site site)
    {
        var to = head.Front.RedirectTo ?? "";
        if (!IsSource(to))
        {
            return to;
        }

        var written = PathOf(to);
        var path = written.StartsWith('/') ? written[1..] : SitePath.Combine(SitePath.FolderOf(head.Path), written);
        return site.Published.FirstOrDefault(post => post.Head.Path == path) is { } found ? found.Head.Url + to[written.Length..] : to;
    }

    /// <summary>Whether it names a file that an author writes.</summary>
    public static bool IsSource(string to) => !IsElsewhere(to) && PathOf(to).EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why nobody can be sent there; null when somebody can.</summary>
    public static string? ProblemOf(string to) =>
        IsElsewhere(to) || IsSource(to) ? null
            : Uri.TryCreate(to, UriKind.Absolute, out var absolute) && absolute.Scheme != Uri.UriSchemeFile ? $"no page is at '{absolute.Scheme}:'"
            : UrlPath.Problem(to);

    /// <summary>The address without its query and fragment.</summary>
    public static string PathOf(string to) => to.AsSpan().IndexOfAny('#', '?') is >= 0 and var end ? to[..end] : to;

    private static bool IsElsewhere(string to) =>
        to.StartsWith("//", StringComparison.Ordinal) || (Uri.TryCreate(to, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https");
}
