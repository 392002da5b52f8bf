using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The result of one route: its trace, and what was written.</summary>
/// <param name="Trace">What its rendering read, produced and reported; from the cache or new.</param>
/// <param name="Written">Whether and how the output was written.</param>
/// <param name="IsRendered">Whether it was rendered in this build.</param>
internal sealed record RenderedRoute(RenderTrace Trace, WriteResult Written, bool IsRendered)
{
    /// <summary>Whether it was not tried, because its template ran into a limit on other pages.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>A route that is not tried.</summary>
    public static RenderedRoute GivenUp(Route route) =>
        new(new RenderTrace(route.Maker, default, [], []), new WriteResult(WriteOutcome.Held, default, null), IsRendered: true)
        {
            IsGivenUp = true,
        };

    /// <summary>The diagnostics of rendering and writing.</summary>
    public IEnumerable<Diagnostic> Diagnostics =>
        Written.Problem is { } refusal ? Trace.Diagnostics.Append(refusal) : Trace.Diagnostics;
}
