using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>How long one stage took.</summary>
public sealed record StageTime(string Stage, TimeSpan Elapsed);

/// <summary>The result of a build.</summary>
/// <param name="Outputs">How many outputs there are of each kind.</param>
/// <param name="Rendered">The paths of the outputs that were rendered rather than kept from the last build.</param>
/// <param name="Changes">What was written and deleted; null when a strict build was rolled back.</param>
/// <param name="Diagnostics">All diagnostics, in display order, without duplicates.</param>
/// <param name="Times">How long each stage took.</param>
/// <param name="Cache">The cache for the next build.</param>
public sealed record BuildResult(
    ImmutableSortedDictionary<RouteKind, int> Outputs,
    ImmutableArray<string> Rendered,
    OutputChanges? Changes,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<StageTime> Times,
    BuildCache Cache)
{
    /// <summary>The warnings that the baseline knows.</summary>
    public ImmutableArray<Diagnostic> Known { get; init; } = [];

    /// <summary>The number of baseline lines without a matching warning.</summary>
    public int Fixed { get; init; }

    /// <summary>What versions of pictures save; null when there are none, or when nothing was looked at.</summary>
    public PictureSavings? Pictures { get; init; }

    /// <summary>Whether there was nothing to do: sources, options and outputs are as the last build left them.</summary>
    public bool IsUpToDate { get; init; }

    /// <summary>How many errors there are.</summary>
    public int Errors => Diagnostics.Count(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Diagnostics.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
}
