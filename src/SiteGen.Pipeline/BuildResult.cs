using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>How long one stage took.</summary>
public sealed record StageTime(string Stage, TimeSpan Elapsed);

/// <summary>What a build did.</summary>
/// <param name="Outputs">How many outputs there are of each kind.</param>
/// <param name="Rendered">The paths of the outputs that were rendered, not taken over from the last build.</param>
/// <param name="Changes">What was written and removed; null when nothing was touched because of problems.</param>
/// <param name="Diagnostics">All problems, in the order in which they are shown, each once.</param>
/// <param name="Times">How long each stage took.</param>
/// <param name="Cache">What the next build may use.</param>
public sealed record BuildResult(
    ImmutableSortedDictionary<RouteKind, int> Outputs,
    ImmutableArray<string> Rendered,
    OutputChanges? Changes,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<StageTime> Times,
    BuildCache Cache)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => Diagnostics.Count(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Diagnostics.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
}
