using System.Globalization;

namespace SiteGen.Templating.Library;

/// <summary>Alphabetical order for readers, the same on every machine.</summary>
/// <remarks>
/// Symbols, digits, letters; letters first ignoring accents and case, then unaccented before accented, then lower before
/// upper case. The program has no culture data, so the accents of Latin letters are listed here.
/// </remarks>
internal static class TextOrder
{
    private const string Signs = " \t\n\r_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            var order = Weight(left[i]) - Weight(right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        if (left.Length != right.Length)
        {
            return left.Length - right.Length;
        }

        var accents = CompareBy(left, right, static c => char.ToLowerInvariant(c));
        return accents != 0 ? accents : CompareBy(left, right, static c => char.IsUpper(c) ? 1 : 0);
    }

    private static int CompareBy(string left, string right, Func<char, int> weight)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var order = weight(left[i]) - weight(right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int Weight(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            return 1000 + char.ToLowerInvariant(c);
        }

        var sign = Signs.IndexOf(c, StringComparison.Ordinal);
        if (sign >= 0)
        {
            return sign;
        }

        var small = char.ToLowerInvariant(c);
        var accented = Accented.IndexOf(small, StringComparison.Ordinal);
        if (accented >= 0)
        {
            return 1000 + Plain[accented];
        }

        return char.IsLetterOrDigit(small) ? 2000 + small : char.GetUnicodeCategory(c) == UnicodeCategory.Control ? 0 : 100 + (c % 800);
    }
}
