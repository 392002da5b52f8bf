using System.Globalization;
using System.Text;

namespace SiteGen.Text;

/// <summary>Text for a terminal, which would obey some characters instead of showing them.</summary>
/// <remarks>
/// Control characters (C0 and C1 of ECMA-48, and DEL) are written <c>\x1b</c>. So are the characters that change the direction of
/// what follows (UAX #9 §2.1, §2.2, §2.4), as <c>\u202e</c>: they make a name look like another. Tabs stay.
/// </remarks>
public static class VisibleText
{
    /// <summary>A text in one line.</summary>
    public static string OneLine(string text) => Escape(text, keepsLines: false);

    /// <summary>A text whose line ends stay.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true);

    /// <summary>The number of characters that show a character.</summary>
    public static int WidthOf(char c) => !IsObeyed(c) ? 1 : c < 0x100 ? 4 : 6;

    // Without a set of characters: making one takes as long as everything else that a short message needs.
    private static bool IsObeyed(char c) =>
        (char.IsControl(c) && c != '\t') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static int IndexOfObeyed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsObeyed(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Escape(string text, bool keepsLines)
    {
        if (IndexOfObeyed(text) < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var isLineEnd = text[i] == '\n' || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n');
            if (WidthOf(text[i]) == 1 || (keepsLines && isLineEnd))
            {
                shown.Append(text[i]);
            }
            else
            {
                var (mark, digits) = text[i] < 0x100 ? ("\\x", "x2") : ("\\u", "x4");
                shown.Append(mark).Append(((int)text[i]).ToString(digits, CultureInfo.InvariantCulture));
            }
        }

        return shown.ToString();
    }
}
