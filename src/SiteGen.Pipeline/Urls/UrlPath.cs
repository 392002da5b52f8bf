using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Urls;

/// <summary>URL paths from the site's root (starting with <c>/</c>, not encoded, in NFC), and their files.</summary>
internal static class UrlPath
{
    // What file systems have room for, in bytes.
    private const int LongestName = 255;

    /// <summary>Why a path cannot be a URL path; null when it can.</summary>
    public static string? Problem(string path)
    {
        // Fast path: nearly every path is short and has none of the characters that could be wrong, encoded or not.
        if (path.Length <= LongestName / 3 && !path.AsSpan().ContainsAny('%', '\\', ':')
            && !path.Contains("..", StringComparison.Ordinal)
            && !path.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            return null;
        }

        var decoded = Uri.UnescapeDataString(path);
        return decoded.Split('/', '\\').Contains("..") ? "'..' leads out of the site"
            : decoded.AsSpan().ContainsAnyInRange('\0', '\x1F') ? "it holds a control character"
            : decoded.Contains("://", StringComparison.Ordinal) ? "it names another site"
            : Array.Exists(decoded.Split('/', '?', '#'), IsTooLong) ? "a part of it is longer than a file's name may be, 255 bytes"
            : null;
    }

    private static bool IsTooLong(string name) => Encoding.UTF8.GetByteCount(name) > LongestName;

    /// <summary>
    /// Normalizes a path: a leading <c>/</c>, percent-decoded, no empty or dot segments, and a trailing <c>/</c> unless the
    /// last segment has an extension such as <c>.html</c>.
    /// </summary>
    public static string Normalize(string path)
    {
        var cut = path.AsSpan().IndexOfAny('?', '#');
        var text = UnicodeNormalization.Compose(Uri.UnescapeDataString(cut < 0 ? path : path[..cut]).Replace('\\', '/'));
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(segment => segment is not ("." or ".."))
            .Select(Clean)
            .ToArray();
        if (segments.Length == 0)
        {
            return "/";
        }

        var isFile = !text.EndsWith('/') && HasEnding(segments[^1]);
        return $"/{string.Join('/', segments)}{(isFile ? "" : "/")}";
    }

    /// <summary>The file that a host serves for a URL path: <c>/a/</c> is <c>a/index.html</c>.</summary>
    public static string OutputPath(string url) =>
        HasEnding(url) ? url[1..] : string.Concat(url.AsSpan(1), url.EndsWith('/') ? "index.html" : "/index.html");

    /// <summary>Whether a path stays inside its base folder: not rooted, without empty and dot segments.</summary>
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

    /// <summary>Percent-encodes the characters that a URL path cannot contain (RFC 3986 §3.3).</summary>
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

    // As readable as the standard allows: sub-delimiters, ':' and '@' are valid in a path segment.
    private static string EncodeSegment(string segment)
    {
        var text = new StringBuilder(segment.Length);
        foreach (var rune in segment.EnumerateRunes())
        {
            var isPlain = rune.IsAscii
                && (Rune.IsLetterOrDigit(rune) || "-._~!$&'()*+,;=:@".Contains((char)rune.Value, StringComparison.Ordinal));
            text.Append(isPlain ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return text.ToString();
    }

    private static bool HasEnding(string text)
    {
        var name = text.AsSpan(text.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot is > 1 and <= 6 && name[(dot + 1)..].ContainsAnyInRange('a', 'z') && !name.Contains(' ');
    }

    // Characters that some file systems do not allow in a name.
    private static string Clean(string segment) =>
        string.Concat(segment.Select(c => c < ' ' || c is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '-' : c));

    /// <summary>The URL prefix of a language other than the site's own: <c>/fr</c>.</summary>
    public static string PrefixOf(string language) => "/" + language.ToLowerInvariant();
}
