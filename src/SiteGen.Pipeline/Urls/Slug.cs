using System.Globalization;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Urls;

/// <summary>Makes a text one segment of a URL.</summary>
public static class Slug
{
    private const int LongestSegment = 200;

    /// <summary>
    /// Letters and digits of any script in lower case and NFC, every other run as one <c>-</c>; <c>+</c> and <c>#</c>
    /// after a letter become words, so that <c>C++</c> and <c>C#</c> differ; a dot between or before letters and digits is kept, as in
    /// <c>fec.gov</c> and <c>.NET</c>. Empty without any letter or digit.
    /// </summary>
    public static string Create(string text) => Make(text);

    /// <summary>
    /// Jekyll's <c>pretty</c> mode (its documentation, "slugify"): upper case and
    /// <c>. _ ~ ! $ &amp; ' ( ) + , ; = @</c> are kept. Empty without any of these, letter or digit.
    /// </summary>
    public static string OfTitle(string text)
    {
        if (IsSlug(text))
        {
            return text;
        }

        var slug = new StringBuilder(text.Length);
        var isVisible = false;
        foreach (var rune in UnicodeNormalization.Compose(text).EnumerateRunes())
        {
            var isKept = Rune.IsLetterOrDigit(rune)
                || (rune.IsAscii && "._~!$&'()+,;=@".Contains((char)rune.Value, StringComparison.Ordinal));
            isVisible |= isKept;
            if (isKept || IsMark(rune))
            {
                slug.Append(rune.ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return isVisible ? Cut(slug.ToString().TrimEnd('-')) : "";
    }

    private static string Make(string text)
    {
        if (IsSlug(text))
        {
            return text;
        }

        var slug = new StringBuilder(text.Length);
        var (isAfterDot, hasName) = (false, false);
        foreach (var rune in UnicodeNormalization.Compose(text).EnumerateRunes())
        {
            if (isAfterDot)
            {
                AppendDot(slug, rune);
            }

            hasName |= Rune.IsLetterOrDigit(rune);
            isAfterDot = rune.Value == '.' && (slug.Length == 0 || slug[^1] != '-');
            if (!isAfterDot)
            {
                Append(slug, Rune.ToLowerInvariant(rune));
            }
        }

        // The mark that makes a heart red is no name: all such pictures would share one address.
        if (!hasName)
        {
            return "";
        }

        while (slug.Length > 0 && slug[^1] == '-')
        {
            slug.Length--;
        }

        return Cut(slug.ToString());
    }

    private static bool IsSlug(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return text.Length is > 0 and < LongestSegment
            && text[0] != '-'
            && text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal);
    }

    private static void AppendDot(StringBuilder slug, Rune next)
    {
        if (Rune.IsLetterOrDigit(next))
        {
            slug.Append('.');
        }
        else
        {
            Append(slug, new Rune('-'));
        }
    }

    private static void Append(StringBuilder slug, Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || IsMark(rune))
        {
            slug.Append(rune.ToString());
        }
        else if (rune.Value is '+' or '#' && slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append(rune.Value == '+' ? "-plus" : "-sharp");
        }
        else if (rune.Value is not ('\'' or 0x2019) && slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // File systems allow 255 bytes in a name; a fingerprint keeps truncated names distinct.
    private static string Cut(string slug)
    {
        if (Encoding.UTF8.GetByteCount(slug) <= LongestSegment)
        {
            return slug;
        }

        var (end, bytes) = (0, 0);
        foreach (var rune in slug.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestSegment - 9)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return $"{slug[..end].TrimEnd('-')}-{Fingerprint.Compute(slug).ToString()[..8]}";
    }
}
