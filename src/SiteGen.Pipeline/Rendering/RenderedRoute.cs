using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The result of one route: what was reported, and what was written.</summary>
/// <param name="Reported">The diagnostics of its rendering, in this build or in an earlier one.</param>
/// <param name="Written">Whether and how the output was written.</param>
/// <param name="IsRendered">Whether it was rendered in this build.</param>
internal sealed record RenderedRoute(ImmutableArray<Diagnostic> Reported, WriteResult Written, bool IsRendered)
{
    /// <summary>A route that is not tried, because its template ran into a limit on other pages.</summary>
    public static RenderedRoute GivenUp { get; } = new([], new WriteResult(WriteOutcome.Held, default, null), IsRendered: true)
    {
        IsGivenUp = true,
    };

    /// <summary>An output that is as an earlier build left it.</summary>
    /// <param name="reported">What that reported.</param>
    /// <param name="bytes">The fingerprint of its bytes.</param>
    /// <param name="stamp">Time and size of its file.</param>
    public static RenderedRoute Kept(ImmutableArray<Diagnostic> reported, Fingerprint bytes, Fingerprint stamp) =>
        new(reported, new WriteResult(WriteOutcome.Unchanged, bytes, null) { Stamp = stamp }, IsRendered: false);

    /// <summary>The versions of pictures that it offers.</summary>
    public ImmutableArray<DependencyKey> Variants { get; init; } = [];

    /// <summary>Whether it was not tried.</summary>
    public bool IsGivenUp { get; private init; }

    /// <summary>The section that its trace is in, with others; null when none is kept.</summary>
    public TraceSection? Traces { get; init; }

    /// <summary>Whether the moment of the build was read.</summary>
    public bool DependsOnTime { get; init; }

    /// <summary>The diagnostics of rendering and writing.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Written.Problem is { } refusal ? Reported.Append(refusal) : Reported;
}
