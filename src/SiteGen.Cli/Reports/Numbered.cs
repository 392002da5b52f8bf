using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>Numbers identical problems: the same link, broken twice in one file.</summary>
internal static class Numbered
{
    /// <summary>Every problem with the number of those before it that are like it but for their lines.</summary>
    public static IEnumerable<(Diagnostic Problem, int Number)> Problems(ImmutableArray<Diagnostic> problems)
    {
        var seen = new Dictionary<(DiagnosticRule, string, string, string), int>();
        foreach (var problem in problems)
        {
            var key = (problem.Rule, problem.Path, problem.Message, problem.LineText);
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return (problem, number);
        }
    }
}
