using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules.Silencing;

/// <summary>Leaves out the problems that comments in the sources silence, and reports comments that silence nothing.</summary>
internal static class SuppressionFilter
{
    /// <summary>The problems that are not silenced.</summary>
    /// <param name="problems">All problems.</param>
    /// <param name="suppressions">The suppressions of each file that has any.</param>
    /// <param name="isComplete">Whether these are all problems of the build, so that a suppression without one is useless.</param>
    public static IEnumerable<Diagnostic> Apply(
        IReadOnlyCollection<Diagnostic> problems,
        IReadOnlyDictionary<string, ImmutableArray<Suppression>> suppressions,
        bool isComplete)
    {
        if (suppressions.Count == 0)
        {
            return problems;
        }

        var used = new HashSet<(string, Suppression)>();
        var kept = new List<Diagnostic>(problems.Count);
        foreach (var problem in problems)
        {
            var silencing = suppressions.GetValueOrDefault(problem.Path, []).Where(suppression => suppression.IsFor(problem)).ToArray();
            used.UnionWith(silencing.Select(suppression => (problem.Path, suppression)));
            if (silencing.Length == 0)
            {
                kept.Add(problem);
            }
        }

        var useless = suppressions.SelectMany(file => file.Value.Select(suppression => (file.Key, suppression)))
            .Where(pair => !used.Contains(pair))
            .Select(pair => (pair.Key, pair.suppression, Message: MessageFor(pair.suppression, isComplete)));
        kept.AddRange(useless.Where(one => one.Message is not null)
            .Select(one => Diagnostic.InFile(one.Message.GetValueOrDefault(), one.Key).At(one.suppression.Start)));
        return kept;
    }

    private static DiagnosticMessage? MessageFor(Suppression suppression, bool isComplete)
    {
        var rule = KnownRules.Find(suppression.RuleName);
        return suppression.RuleName.Length == 0 ? SuppressionMessages.NamesNoRule()
            : rule is null ? SuppressionMessages.UnknownRule(suppression.RuleName, KnownRules.NearestTo(suppression.RuleName))
            : !rule.CanBeSilenced ? SuppressionMessages.IsAnError(suppression.RuleName)
            : isComplete ? SuppressionMessages.SilencesNothing(suppression.RuleName, suppression.Line)
            : null;
    }
}
