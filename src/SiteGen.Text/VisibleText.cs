using System.Buffers;
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
    private static readonly SearchValues<char> s_obeyed = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\t'),
        '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'
    ]);

    /// <summary>A text in one line.</summary>
    public static string OneLine(string text) => Escape(text, keepsLines: false);

    /// <summary>A text whose line ends stay.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true);

    /// <summary>The number of characters that show a character.</summary>
    public static int WidthOf(char c) => !s_obeyed.Contains(c) ? 1 : c < 0x100 ? 4 : 6;

    private static string Escape(string text, bool keepsLines)
    {
        if (!text.AsSpan().ContainsAny(s_obeyed))
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
