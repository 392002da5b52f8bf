using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Keeps the traces of one thread for the next build.</summary>
internal sealed class TraceKeeper
{
    private readonly SpillFile? _spill;

    private TraceKeeper(SpillFile? spill) => (_spill, Section) = (spill, new TraceSection(spill));

    /// <summary>The section that traces are added to.</summary>
    public TraceSection Section { get; private set; }

    /// <summary>A keeper for one thread; null when the next build is not to have any traces.</summary>
    public static TraceKeeper? Create(RenderInput input, bool keepsTraces) => keepsTraces
        ? new TraceKeeper(input.IsLarge ? SpillFile.TryCreate(input.Options.SourceFolder) : null)
        : null;

    /// <summary>Keeps the trace of an output.</summary>
    public void Keep(Route route, RenderResult rendering, WriteResult written)
    {
        if (Section.IsFull)
        {
            Section.Complete();
            Section = new TraceSection(_spill);
        }

        var trace = new RenderTrace(route.Maker, written.Fingerprint, rendering.Dependencies, rendering.Diagnostics);
        Section.Add(route.OutputPath, trace with { Stamp = written.Stamp });
    }
}
