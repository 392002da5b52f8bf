using System.Globalization;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>How far two readings of codes agree, class by class: characters, blanks excluded.</summary>
internal sealed class Score
{
    public static readonly string[] Classes = ["comment", "string", "number", ClassMap.Keyword, "type", "call", "key"];

    private readonly Dictionary<string, (int Both, int Ours, int Theirs)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts a code.</summary>
    public void Add(string code, string[] ours, string[] theirs)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (char.IsWhiteSpace(code[i]) || theirs[i] == ClassMap.Skip)
            {
                continue;
            }

            var isSame = ours[i] == theirs[i] ? 1 : 0;
            Count(ours[i], isSame, 1, 0);
            Count(theirs[i], 0, 0, 1);
        }
    }

    /// <summary>The harmonic mean of precision and recall; null where the other reading has nothing of a class.</summary>
    public double? F1(string name) =>
        _counts.TryGetValue(name, out var count) && count.Theirs > 0 ? 2.0 * count.Both / (count.Ours + count.Theirs) : null;

    /// <summary>The same as in the table.</summary>
    public string Cell(string name) => F1(name) is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    private void Count(string name, int both, int ours, int theirs)
    {
        var known = _counts.GetValueOrDefault(name);
        _counts[name] = (known.Both + both, known.Ours + ours, known.Theirs + theirs);
    }
}
