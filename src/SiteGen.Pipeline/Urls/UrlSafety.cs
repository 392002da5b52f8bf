using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SiteGen.Pipeline.Urls;

/// <summary>Tells addresses that lead somewhere from those that may run something in the reader's browser.</summary>
/// <remarks>
/// Says what is allowed, not what is forbidden: a scheme that nobody thought of is refused. Sees what browsers see: in
/// a scheme controls, white space and case do not count (URL Standard §4.4).
/// </remarks>
internal static class UrlSafety
{
    private static readonly FrozenSet<string> s_schemes =
        new[] { "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "irc", "ircs", "xmpp", "geo", "magnet", "news" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an address, its references read, has no scheme or a harmless one.</summary>
    public static bool IsSafe(string address) => SchemeOf(address) is not { } scheme || s_schemes.Contains(scheme);

    /// <summary>Whether it is a complete address of the web.</summary>
    public static bool IsWeb(string address) =>
        SchemeOf(address) is "http" or "https" && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0;

    // Null where the address begins otherwise.
    private static string? SchemeOf(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || address[end] != ':')
        {
            return null;
        }

        var scheme = new StringBuilder(end);
        foreach (var c in address.AsSpan(0, end))
        {
            if (c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                scheme.Append(char.ToLowerInvariant(c));
            }
        }

        return scheme.ToString();
    }
}
