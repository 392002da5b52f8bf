using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Keeps the traces of one thread for the next build.</summary>
internal sealed class TraceKeeper
{
    private TraceKeeper(TraceSection section) => Section = section;

    /// <summary>The section that traces are added to.</summary>
    public TraceSection Section { get; private set; }

    /// <summary>A keeper for one thread; null when the next build is not to have any traces.</summary>
    public static TraceKeeper? Create(RenderInput input, bool keepsTraces) => keepsTraces
        ? new TraceKeeper(new TraceSection(
            input.Fingerprints, input.IsLarge ? SpillFile.TryCreate(input.Options.SourceFolder) : null))
        : null;

    /// <summary>Keeps the trace of an output.</summary>
    public void Keep(Route route, RenderResult rendering, WriteResult written)
    {
        if (Section.IsFull)
        {
            Section = Section.Next();
        }

        var trace = new RenderTrace(route.Maker, written.Fingerprint, [], rendering.Diagnostics) { Stamp = written.Stamp };
        Section.Add(route.OutputPath, trace, rendering.Reads);
    }
}
