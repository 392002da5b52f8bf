using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Urls;

/// <summary>Addresses from the site's root: start with <c>/</c>, not encoded, in NFC; and the files behind them.</summary>
internal static class UrlPath
{
    /// <summary>What keeps a path from being an address; null when nothing does.</summary>
    public static string? Problem(string path)
    {
        // Nearly every address holds none of what could be wrong, nor anything that stands for it.
        if (!path.AsSpan().ContainsAny('%', '\\', ':') && !path.Contains("..", StringComparison.Ordinal) && !path.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            return null;
        }

        var decoded = Uri.UnescapeDataString(path);
        return decoded.Split('/', '\\').Contains("..") ? "'..' leads out of the site"
            : decoded.AsSpan().ContainsAnyInRange('\0', '\x1F') ? "it holds a control character"
            : decoded.Contains("://", StringComparison.Ordinal) ? "it names another site"
            : null;
    }

    /// <summary>
    /// A written path as an address: a leading <c>/</c>, percent-encoding undone, no empty or dot segments, and a closing
    /// <c>/</c> unless the last part has an ending such as <c>.html</c>.
    /// </summary>
    public static string Normalize(string path)
    {
        var cut = path.AsSpan().IndexOfAny('?', '#');
        var text = UnicodeNormalization.Compose(Uri.UnescapeDataString(cut < 0 ? path : path[..cut]).Replace('\\', '/'));
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment is not ("." or "..")).Select(Clean).ToArray();
        if (segments.Length == 0)
        {
            return "/";
        }

        var isFile = !text.EndsWith('/') && HasEnding(segments[^1]);
        return $"/{string.Join('/', segments)}{(isFile ? "" : "/")}";
    }

    /// <summary>The file that a host serves for an address: <c>/a/</c> is <c>a/index.html</c>.</summary>
    public static string OutputPath(string url) =>
        url.EndsWith('/') ? $"{url[1..]}index.html" : HasEnding(url) ? url[1..] : $"{url[1..]}/index.html";

    /// <summary>Whether a path stays in the folder it is relative to: not rooted, without empty and dot segments.</summary>
    public static bool IsInside(string path)
    {
        foreach (var part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "" or "." or "..")
            {
                return false;
            }
        }

        return !Path.IsPathRooted(path);
    }

    /// <summary>An address with every character encoded that a URL cannot hold (RFC 3986 §3.3).</summary>
    public static string Encode(string url)
    {
        foreach (var c in url)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '.' or '_' or '~'))
            {
                return string.Join('/', url.Split('/').Select(EncodeSegment));
            }
        }

        return url;
    }

    // Readable where the standard allows: sub-delimiters, ':' and '@' may stand in a path segment.
    private static string EncodeSegment(string segment)
    {
        var text = new StringBuilder(segment.Length);
        foreach (var rune in segment.EnumerateRunes())
        {
            var isPlain = rune.IsAscii && (Rune.IsLetterOrDigit(rune) || "-._~!$&'()*+,;=:@".Contains((char)rune.Value, StringComparison.Ordinal));
            text.Append(isPlain ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return text.ToString();
    }

    private static bool HasEnding(string text)
    {
        var name = text[(text.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot is > 1 and <= 6 && name.AsSpan(dot + 1).ContainsAnyInRange('a', 'z') && !name.Contains(' ', StringComparison.Ordinal);
    }

    // Characters that some file system refuses in a name.
    private static string Clean(string segment) =>
        string.Concat(segment.Select(c => c < ' ' || c is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '-' : c));

    /// <summary>What URLs of a language other than the site's own start with: <c>/fr</c>.</summary>
    public static string PrefixOf(string language) => "/" + language.ToLowerInvariant();
}
