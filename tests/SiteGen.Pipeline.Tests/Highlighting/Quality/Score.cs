using System.Globalization;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>How far two readings of codes agree, class by class: characters, blanks excluded.</summary>
internal sealed class Score
{
    /// <summary>The target of each class; keys have none, because many grammars do not mark them.</summary>
    public static readonly IReadOnlyDictionary<string, double> Targets = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        [ClassMap.Comment] = 0.95,
        ["string"] = 0.95,
        ["number"] = 0.95,
        [ClassMap.Keyword] = 0.95,
        ["type"] = 0.8,
        ["call"] = 0.8,
        ["key"] = 0,
    };

    private static readonly string[] s_names = ["type", "call", "key", ClassMap.Other];

    private readonly Dictionary<string, (int Both, int Ours, int Theirs)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts a code.</summary>
    public void Add(string code, string[] ours, string[] theirs)
    {
        for (var i = 0; i < code.Length; i++)
        {
            var (mine, other) = (ours[i], theirs[i]);
            var isOpen = mine == ClassMap.Skip || other == ClassMap.Skip || (other == ClassMap.Name && s_names.Contains(mine));
            if (char.IsWhiteSpace(code[i]) || isOpen)
            {
                continue;
            }

            var isSame = mine == other ? 1 : 0;
            Count(mine, isSame, 1, 0);
            Count(other, 0, 0, 1);
        }
    }

    /// <summary>The harmonic mean of precision and recall; null where the other reading has nothing of a class.</summary>
    public double? F1(string name) =>
        _counts.TryGetValue(name, out var count) && count.Theirs > 0 ? 2.0 * count.Both / (count.Ours + count.Theirs) : null;

    /// <summary>The same as in the table.</summary>
    public string Cell(string name) => F1(name) is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    /// <summary>The classes that miss their target.</summary>
    public IEnumerable<string> Misses(string language) => Targets
        .Where(target => F1(target.Key) < target.Value)
        .Select(target => string.Create(CultureInfo.InvariantCulture, $"{language} {target.Key} {F1(target.Key):0.000} of {target.Value}"));

    private void Count(string name, int both, int ours, int theirs)
    {
        var known = _counts.GetValueOrDefault(name);
        _counts[name] = (known.Both + both, known.Ours + ours, known.Theirs + theirs);
    }
}
