using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SiteGen.Pipeline.Urls;

/// <summary>Tells harmless URLs from those that may run a script in the browser.</summary>
/// <remarks>
/// An allow-list: unknown schemes are refused. Controls, white space and case in a scheme are ignored, as in browsers
/// (URL Standard §4.4).
/// </remarks>
internal static class UrlSafety
{
    private static readonly FrozenSet<string> s_schemes =
        new[] { "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "irc", "ircs", "xmpp", "geo", "magnet", "news" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a decoded URL has no scheme or a harmless one.</summary>
    public static bool IsSafe(string address) => SchemeOf(address) is not { } scheme || s_schemes.Contains(scheme);

    /// <summary>Whether it is a complete HTTP or HTTPS URL.</summary>
    public static bool IsWeb(string address) =>
        SchemeOf(address) is "http" or "https"
        && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https" && url.Host.Length > 0;

    // Null when the URL does not start with a scheme.
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
