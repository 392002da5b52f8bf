using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Pipeline.Urls;

/// <summary>A URL without a host, from an attribute.</summary>
/// <param name="Path">The path, decoded.</param>
/// <param name="Suffix">The query and fragment, as written.</param>
/// <param name="IsLiquid">Whether it began with Jekyll's <c>{{ site.url }}</c>, which is the root.</param>
internal sealed partial record RelativeLink(string Path, string Suffix, bool IsLiquid)
{
    /// <summary>Whether it starts at the site's root.</summary>
    public bool IsRooted => Path.StartsWith('/');

    /// <summary>Reads an attribute's value; null when it leads to another site or is only a fragment.</summary>
    public static RelativeLink? Parse(ReadOnlySpan<byte> written)
    {
        if (written.IsEmpty || written[0] is (byte)'#' or (byte)'?' || written.StartsWith("//"u8) || HasScheme(written))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(written);
        var isLiquid = written[0] is (byte)'{' or (byte)'%' && SiteUrl().IsMatch(text);
        text = isLiquid ? SiteUrl().Replace(text, "/") : text;
        var cut = text.AsSpan().IndexOfAny('#', '?');
        var (path, suffix) = cut < 0 ? (text, "") : (text[..cut], text[cut..]);
        return new RelativeLink(Uri.UnescapeDataString(System.Net.WebUtility.HtmlDecode(path)), suffix, isLiquid);
    }

    /// <summary>Resolves the path against a folder.</summary>
    /// <returns>A path from the root with <c>/</c>, or one relative to the site; null when it leads out of the site.</returns>
    public string? TargetFrom(string folder) => IsRooted ? Path : SitePath.Combine(folder, Path);

    // Jekyll's authors write links as '{{ site.url }}/about/'; the braces may be percent-encoded by then.
    [GeneratedRegex(
        @"^((\{\{|%7B%7B)(\s|%20|%C2%A0)*site\.(url|baseurl)(\s|%20|%C2%A0)*(\}\}|%7D%7D)/*)+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SiteUrl();

    // RFC 3986 §3.1.
    private static bool HasScheme(ReadOnlySpan<byte> url)
    {
        var colon = url.IndexOfAny(":/?#"u8);
        return colon > 0 && url[colon] == ':' && char.IsAsciiLetter((char)url[0]);
    }
}
