using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>Sorts and filters the diagnostics of all stages for display.</summary>
internal static class DiagnosticOrder
{
    /// <summary>The diagnostics in display order, with the configured severities, without duplicates.</summary>
    /// <remarks>A problem in a template occurs on every page that uses it, and is shown once.</remarks>
    /// <param name="diagnostics">All diagnostics.</param>
    /// <param name="severities">Severities by rule name; null for off.</param>
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

        // A stable order: of equal problems, the notes of the first are shown.
        kept = [.. kept.Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))];
        return [.. kept.Where((diagnostic, index) => index == 0 || Diagnostic.Compare(kept[index - 1], diagnostic) != 0)];
    }
}
