using System.Collections.Immutable;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Server.Watching;

/// <summary>One plan while it is the current one, and the renderers that work with it.</summary>
internal sealed class PlanSnapshot(SitePlan plan, int version, ImmutableArray<Diagnostic> configuration)
{
    private readonly Stack<PlanRenderer> _idle = new();

    /// <summary>The plan.</summary>
    public SitePlan Plan => plan;

    /// <summary>Counts up with every plan.</summary>
    public int Version => version;

    /// <summary>What is to be said of the configuration file.</summary>
    public ImmutableArray<Diagnostic> Configuration => configuration;

    /// <summary>Whether there are errors: what is missing may then be what failed.</summary>
    public bool HasErrors { get; } = plan.HasErrors || configuration.Any(problem => problem.IsError);

    /// <summary>Renders an output with a renderer that nobody else uses; the bytes are empty where nobody wants them.</summary>
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
