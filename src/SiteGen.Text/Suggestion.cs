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
    private const int LongestName = 64;
    private const int MostEdits = 3;

    /// <summary>The nearest of the known names; null if none is near enough.</summary>
    public static string? For(string written, IEnumerable<string> known)
    {
        var limit = written.Length < 4 ? 1 : written.Length < 8 ? 2 : MostEdits;
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

    // Optimal string alignment distance, ignoring case; some number above the limit for anything over it. A site may have thousands of
    // broken links and of posts: only cells that can be within the limit are reckoned, and nothing is allocated.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > LongestName)
        {
            return limit + 1;
        }

        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * (LongestName + MostEdits + 1)];
        rows.Fill(limit + 1);
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        var leastAbove = 0;
        for (var i = 0; i <= a.Length; i++)
        {
            row.Fill(limit + 1);
            var least = limit + 1;
            for (var j = Math.Max(0, i - limit); j <= Math.Min(b.Length, i + limit); j++)
            {
                row[j] = i == 0 ? j : j == 0 ? i : Cell(before, above, row, a, b, (i, j));
                least = Math.Min(least, row[j]);
            }

            if (least > limit && leastAbove > limit)
            {
                return limit + 1;
            }

            leastAbove = least;
            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[b.Length];
    }

    private static int Cell(ReadOnlySpan<int> before, ReadOnlySpan<int> above, ReadOnlySpan<int> row, string a, string b, (int I, int J) at)
    {
        var (i, j) = at;
        var same = Same(a[i - 1], b[j - 1]);
        var least = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
        var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
        return swapped ? Math.Min(least, before[j - 2] + 1) : least;
    }

    private static bool AreSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
