using System.Diagnostics;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Server.Watching;

/// <summary>One version of the plan and its pool of renderers.</summary>
[DebuggerDisplay("version {Version}, {Plan.Count} outputs")]
internal sealed class PlanSnapshot(SitePlan plan, int version)
{
    private readonly Stack<PlanRenderer> _idle = new();

    /// <summary>The plan.</summary>
    public SitePlan Plan => plan;

    /// <summary>The number of this plan, counted from 1.</summary>
    public int Version => version;

    /// <summary>Whether there are errors; outputs may then be missing because their sources failed.</summary>
    public bool HasErrors { get; } = plan.HasErrors;

    /// <summary>Renders an output with a renderer from the pool. The bytes are empty unless wanted.</summary>
    public (RouteOutput Rendered, byte[] Bytes) Render(PlannedOutput output, bool wantsBytes)
    {
        PlanRenderer? renderer;
        lock (_idle)
        {
            _idle.TryPop(out renderer);
        }

        renderer ??= plan.CreateRenderer();
        var rendered = renderer.Render(output, out var bytes);
        var copy = wantsBytes ? bytes.ToArray() : [];
        lock (_idle)
        {
            _idle.Push(renderer);
        }

        return (rendered, copy);
    }
}
