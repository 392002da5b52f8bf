namespace SiteGen.Text;

/// <summary>What characters stand for that exist for the sake of other encodings and of typography (UAX #15, compatibility).</summary>
/// <remarks>
/// Each row of the generated table packs three 21-bit numbers: a code point, and either the one that it stands for and 0, or where
/// those begin in the table of sequences and how many they are.
/// </remarks>
internal static partial class CompatibilityMappings
{
    private const int Bits = 21;
    private const int Mask = (1 << Bits) - 1;

    // No character before it has a row.
    private const int First = 0xA0;

    /// <summary>Whether a character stands for others.</summary>
    public static bool Has(int code) => code >= First && Find(code) >= 0;

    /// <summary>The characters that one stands for, one level deep; empty when it stands for itself.</summary>
    public static ReadOnlySpan<int> PartsOf(int code)
    {
        var index = Find(code);
        if (index < 0)
        {
            return [];
        }

        var (start, length) = ((int)(Rows[index] >> Bits) & Mask, (int)Rows[index] & Mask);
        return length == 0 ? new int[] { start } : Sequences.Slice(start, length);
    }

    private static int Find(int code)
    {
        var (low, high) = (0, Rows.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = Rows[middle] >> (2 * Bits) < (ulong)code ? (middle + 1, high) : (low, middle);
        }

        return low < Rows.Length && Rows[low] >> (2 * Bits) == (ulong)code ? low : -1;
    }
}
