using System.Collections.Immutable;
using System.Text;
using SiteGen.Server.Notifying;

namespace SiteGen.Server.Watching;

/// <summary>What a browser must do to show a page as it is now.</summary>
internal static class PageChange
{
    /// <summary>The message to send; null when the page is as the browser shows it.</summary>
    /// <param name="old">The page that the browser shows; null when it is not known any more.</param>
    /// <param name="page">The page as it is now.</param>
    /// <param name="fingerprint">The fingerprint of the page that the browser shows.</param>
    /// <param name="files">The copied files that changed, with their addresses then and now.</param>
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

    // Under the sub-path, which stands before the address wherever the page names it.
    private static IEnumerable<(string Before, string Now)> PathsIn(Page page, (string Before, string Now)[] sheets)
    {
        foreach (var (before, now) in sheets)
        {
            var bytes = page.Bytes.AsSpan();
            var at = bytes.IndexOf(Encoding.UTF8.GetBytes(now));
            var start = at <= 0 ? 0 : bytes[..at].LastIndexOfAny("\"'= >"u8) + 1;
            var path = at <= 0 ? "" : Encoding.UTF8.GetString(bytes[start..at]);
            path = Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsolutePath.TrimEnd('/') : path;
            yield return (path + before, path + now);
        }
    }

    private static byte[] Replaced(byte[] bytes, (string Before, string Now)[] sheets) =>
        Encoding.UTF8.GetBytes(sheets.Aggregate(Encoding.UTF8.GetString(bytes), (text, sheet) => text.Replace(sheet.Before, sheet.Now, StringComparison.Ordinal)));
}
