using System.Globalization;
using System.Text;

namespace SiteGen.Templating.Escaping;

/// <summary>Detects URLs that would run a script.</summary>
/// <remarks>
/// Parses as browsers do: character references are decoded first; controls and white space inside the scheme are ignored, and
/// so is case.
/// </remarks>
internal static class UrlGuard
{
    // No scheme that browsers run is longer than this, even with ignored characters.
    private const int Longest = 400;

    /// <summary>Whether a URL, or one of a list of candidates, would run a script.</summary>
    public static bool IsDangerous(string url, bool isList)
    {
        if (!isList)
        {
            return IsDangerous(url);
        }

        foreach (var candidate in url.Split(','))
        {
            if (IsDangerous(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDangerous(string url)
    {
        var scheme = Scheme(url);
        if (scheme.StartsWith("data:", StringComparison.Ordinal))
        {
            return !scheme.StartsWith("data:image/", StringComparison.Ordinal);
        }

        return scheme.StartsWith("javascript:", StringComparison.Ordinal)
            || scheme.StartsWith("vbscript:", StringComparison.Ordinal)
            || scheme.StartsWith("livescript:", StringComparison.Ordinal);
    }

    private static string Scheme(string url)
    {
        var text = new StringBuilder();
        for (var i = 0; i < url.Length && i < Longest && text.Length < 16;)
        {
            var c = url[i] == '&' ? Reference(url, ref i) : url[i++];
            if (c is '/' or '?' or '#' && text.ToString() is not ("data:image" or "data:"))
            {
                break;
            }

            if (c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                text.Append(char.ToLowerInvariant(c));
            }
        }

        return text.ToString();
    }

    // Decodes one character reference as browsers do; the semicolon is optional for numeric ones.
    private static char Reference(string text, ref int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
        {
            end++;
        }

        var name = text[(at + 1)..end];
        var isClosed = end < text.Length && text[end] == ';';
        var c = name.StartsWith('#') ? Number(name[1..]) : Named(name, isClosed);
        at = c == '\0' ? at + 1 : isClosed ? end + 1 : end;
        return c == '\0' ? '&' : c;
    }

    private static char Named(string name, bool isClosed) => !isClosed ? '\0' : name switch
    {
        "colon" => ':',
        "Tab" => '\t',
        "NewLine" => '\n',
        "sol" => '/',
        "amp" => '&',
        _ => '\0',
    };

    private static char Number(string digits)
    {
        var isHex = digits.StartsWith('x') || digits.StartsWith('X');
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var length = isHex ? 1 : 0;
        while (length < digits.Length && (isHex ? char.IsAsciiHexDigit(digits[length]) : char.IsAsciiDigit(digits[length])))
        {
            length++;
        }

        var body = digits[(isHex ? 1 : 0)..length].TrimStart('0');
        return int.TryParse(body, style, CultureInfo.InvariantCulture, out var code) && code is > 0 and <= char.MaxValue
            ? (char)code
            : '\0';
    }
}
