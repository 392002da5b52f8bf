using System.Collections.Immutable;
using System.Text;
using SiteGen.Server.Notifying;

namespace SiteGen.Server.Watching;

/// <summary>Decides what a browser must do to show the current version of a page.</summary>
internal static class PageChange
{
    /// <summary>The message to send; null if the browser is up to date.</summary>
    /// <param name="old">The page that the browser shows; null if it is no longer cached.</param>
    /// <param name="page">The current page.</param>
    /// <param name="fingerprint">The fingerprint of the page that the browser shows.</param>
    /// <param name="files">The copied files that changed, with their old and new URLs.</param>
    public static EventMessage? Between(Page? old, Page page, string fingerprint, ImmutableArray<(string Before, string Now)> files)
    {
        var sheets = files.Where(file => file.Now.EndsWith(".css", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (fingerprint != page.Fingerprint.ToString())
        {
            var named = sheets.Where(sheet => sheet.Before != sheet.Now).ToArray();
            return old is not null && named.Length > 0 && Replaced(old.Bytes, named).AsSpan().SequenceEqual(page.Bytes)
                ? EventMessage.Styles(PathsIn(page, named), page.Fingerprint)
                : EventMessage.Reload;
        }

        if (files.Any(file => !sheets.Contains(file) && Shows(page, file.Now)))
        {
            return EventMessage.Reload;
        }

        var shown = sheets.Where(sheet => Shows(page, sheet.Now)).ToArray();
        return shown.Length > 0 ? EventMessage.Styles(PathsIn(page, shown), page.Fingerprint) : null;
    }

    private static bool Shows(Page page, string url) => page.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(url)) >= 0;

    // With the sub-path the site is served under, which the page has before each URL.
    private static IEnumerable<(string Before, string Now)> PathsIn(Page page, (string Before, string Now)[] sheets)
    {
        foreach (var (before, now) in sheets)
        {
            var bytes = page.Bytes.AsSpan();
            var at = bytes.IndexOf(Encoding.UTF8.GetBytes(now));
            var start = at <= 0 ? 0 : bytes[..at].LastIndexOfAny("\"'= >"u8) + 1;
            var path = at <= 0 ? "" : Encoding.UTF8.GetString(bytes[start..at]);
            if (Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
            {
                path = absolute.AbsolutePath.TrimEnd('/');
            }

            yield return (path + before, path + now);
        }
    }

    private static byte[] Replaced(byte[] bytes, (string Before, string Now)[] sheets) =>
        Encoding.UTF8.GetBytes(sheets.Aggregate(
            Encoding.UTF8.GetString(bytes), (text, sheet) => text.Replace(sheet.Before, sheet.Now, StringComparison.Ordinal)));
}
