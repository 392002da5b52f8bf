namespace SiteGen.Text;

/// <summary>Finds the known name that a misspelt one was probably meant to be.</summary>
/// <remarks>
/// The distance is the number of letters inserted, deleted, replaced or swapped with a neighbour, ignoring case.
/// <see cref="For"/> is for names that are certainly wrong: up to three edits, depending on length, and the nearest wins.
/// <see cref="IsOneSlip"/> is for names that may be the author's own, as in front matter: one edit only, so that a key such as
/// 'subtitle' is not taken for a misspelling of another.
/// </remarks>
public static class Suggestion
{
    /// <summary>The nearest of the known names; null if none is near enough.</summary>
    public static string? For(string written, IEnumerable<string> known)
    {
        var limit = written.Length < 4 ? 1 : written.Length < 8 ? 2 : 3;
        string? nearest = null;
        var least = limit + 1;
        foreach (var name in known)
        {
            var distance = Distance(written, name, limit);
            if (distance < least || (distance == least && distance <= limit && string.CompareOrdinal(name, nearest) < 0))
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>Whether two different names are at most one edit apart.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> written, ReadOnlySpan<char> known)
    {
        var start = 0;
        while (start < written.Length && start < known.Length && Same(written[start], known[start]))
        {
            start++;
        }

        var a = written[start..];
        var b = known[start..];
        if (a.IsEmpty || b.IsEmpty)
        {
            return a.Length + b.Length == 1 || (a.Length + b.Length == 0 && !written.SequenceEqual(known));
        }

        return AreSame(a[1..], b) || AreSame(a, b[1..]) || AreSame(a[1..], b[1..])
            || (a.Length > 1 && b.Length > 1 && Same(a[0], b[1]) && Same(a[1], b[0]) && AreSame(a[2..], b[2..]));
    }

    // Optimal string alignment distance, ignoring case; limit + 1 for anything clearly over the limit.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 64)
        {
            return limit + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Cell(rows, a, b, (i, j));
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cell(int[,] rows, string a, string b, (int I, int J) at)
    {
        var (i, j) = at;
        var same = Same(a[i - 1], b[j - 1]);
        var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (same ? 0 : 1));
        var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }

    private static bool AreSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
