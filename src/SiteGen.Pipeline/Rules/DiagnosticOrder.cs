using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>Puts the diagnostics of all stages together as they are shown.</summary>
internal static class DiagnosticOrder
{
    /// <summary>The diagnostics in order, each once, with the severities that the author chose; a template's problem on many pages is told once.</summary>
    /// <param name="diagnostics">All diagnostics.</param>
    /// <param name="severities">Severities by rule name; null silences.</param>
    public static ImmutableArray<Diagnostic> Arrange(
        ImmutableArray<Diagnostic> diagnostics, ImmutableSortedDictionary<string, DiagnosticSeverity?> severities)
    {
        var kept = new List<Diagnostic>(diagnostics.Length);
        foreach (var diagnostic in diagnostics)
        {
            if (!severities.TryGetValue(diagnostic.Rule.Name, out var severity))
            {
                kept.Add(diagnostic);
            }
            else if (severity is { } chosen)
            {
                kept.Add(diagnostic with { Severity = chosen });
            }
        }

        kept.Sort(Diagnostic.Compare);
        return [.. kept.Where((diagnostic, index) => index == 0 || Diagnostic.Compare(kept[index - 1], diagnostic) != 0)];
    }
}
