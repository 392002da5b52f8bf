namespace SiteGen.Text;

/// <summary>The Unicode properties that normalization needs (UAX #15); characters missing from a table have the default.</summary>
/// <remarks>
/// Each entry of the generated tables packs three 21-bit numbers: a code point and the two it decomposes into (the second 0 if
/// there is one only), two code points and their composite, or the ends of a range and its combining class. The tables are
/// sorted and searched in place, so nothing is built at startup.
/// </remarks>
internal static partial class CanonicalMappings
{
    private const int Bits = 21;
    private const int Mask = (1 << Bits) - 1;

    /// <summary>Whether form C never changes a character in any context: NFC_Quick_Check is yes and the combining class is 0.</summary>
    public static bool IsStable(int code) => RangeOf(Unstable, code) < 0;

    /// <summary>The canonical combining class; 0 for letters.</summary>
    public static int ClassOf(int code)
    {
        var range = RangeOf(Classes, code);
        return range < 0 ? 0 : (int)(Classes[range] & Mask);
    }

    /// <summary>The one-level canonical decomposition of a character; null if it has none.</summary>
    public static (int First, int Second)? Decompose(int code)
    {
        var index = Find(Decompositions, (ulong)code << Bits, Bits);
        var isFound = index < Decompositions.Length && Decompositions[index] >> (2 * Bits) == (ulong)code;
        return isFound ? ((int)(Decompositions[index] >> Bits) & Mask, (int)(Decompositions[index] & Mask)) : null;
    }

    /// <summary>The primary composite of two characters; null if there is none.</summary>
    public static int? Compose(int first, int second)
    {
        var pair = ((ulong)first << Bits) | (uint)second;
        var index = Find(Pairs, pair, Bits);
        return index < Pairs.Length && Pairs[index] >> Bits == pair ? (int)(Pairs[index] & Mask) : null;
    }

    private static int RangeOf(ReadOnlySpan<ulong> ranges, int code)
    {
        // The last range that starts at or before the code.
        var index = Find(ranges, (ulong)code + 1, 2 * Bits) - 1;
        return index >= 0 && code <= (int)((ranges[index] >> Bits) & Mask) ? index : -1;
    }

    // Lower bound: the first row not less than the key, ignoring the given number of low bits.
    private static int Find(ReadOnlySpan<ulong> rows, ulong key, int bits)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = rows[middle] >> bits < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
