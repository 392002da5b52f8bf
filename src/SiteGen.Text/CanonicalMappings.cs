namespace SiteGen.Text;

/// <summary>What Unicode says of characters for normalization (UAX #15); characters that are not in a table have nothing of it.</summary>
/// <remarks>
/// Every number of the generated tables holds three of 21 bits, and the tables are in order, so nothing is built before the first
/// is looked up: a code point and the two that it consists of (the second 0 when there is one), two code points and what they
/// become, or the ends of a range and its combining class.
/// </remarks>
internal static partial class CanonicalMappings
{
    private const int Bits = 21;
    private const int Mask = (1 << Bits) - 1;

    /// <summary>Whether a character is the same in form C wherever it stands: NFC_Quick_Check is yes and the combining class 0.</summary>
    public static bool IsStable(int code) => RangeOf(Unstable, code) < 0;

    /// <summary>The canonical combining class; 0 for letters.</summary>
    public static int ClassOf(int code)
    {
        var range = RangeOf(Classes, code);
        return range < 0 ? 0 : (int)(Classes[range] & Mask);
    }

    /// <summary>The one or two characters that a character consists of, one level deep; null when it is none that does.</summary>
    public static (int First, int Second)? Decompose(int code)
    {
        var index = Find(Decompositions, (ulong)code << Bits, Bits);
        var isFound = index < Decompositions.Length && Decompositions[index] >> (2 * Bits) == (ulong)code;
        return isFound ? ((int)(Decompositions[index] >> Bits) & Mask, (int)(Decompositions[index] & Mask)) : null;
    }

    /// <summary>The primary composite of two characters; null when there is none.</summary>
    public static int? Compose(int first, int second)
    {
        var pair = ((ulong)first << Bits) | (uint)second;
        var index = Find(Pairs, pair, Bits);
        return index < Pairs.Length && Pairs[index] >> Bits == pair ? (int)(Pairs[index] & Mask) : null;
    }

    private static int RangeOf(ReadOnlySpan<ulong> ranges, int code)
    {
        // The last range that begins at the code or before it.
        var index = Find(ranges, (ulong)code + 1, 2 * Bits) - 1;
        return index >= 0 && code <= (int)((ranges[index] >> Bits) & Mask) ? index : -1;
    }

    // The first row that is not less than a key, when only what is above some bits is compared.
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
