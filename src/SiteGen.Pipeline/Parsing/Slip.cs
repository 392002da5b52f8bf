namespace SiteGen.Pipeline.Parsing;

/// <summary>Tells a slip of the keyboard from a word of its own.</summary>
internal static class Slip
{
    /// <summary>
    /// Whether one text is the other but for one letter more, less or other, or two swapped: a word of its own
    /// ('subtitle', 'weight') must not be taken for a slip.
    /// </summary>
    public static bool IsOne(string a, string b)
    {
        var start = a.AsSpan().CommonPrefixLength(b);
        var (restA, restB) = (a[start..], b[start..]);
        return (restA.Length > 0 && restA[1..] == restB) || (restB.Length > 0 && restA == restB[1..])
            || (restA.Length > 0 && restB.Length > 0 && restA[1..] == restB[1..])
            || (restA.Length > 1 && restB.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..]);
    }
}
