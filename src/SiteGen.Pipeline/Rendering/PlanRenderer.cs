using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Renders single outputs of a plan with the same bytes as a build. For one thread.</summary>
public sealed class PlanRenderer
{
    private readonly RenderInput _input;
    private readonly RouteRenderer _renderer;

    internal PlanRenderer(RenderInput input) => (_input, _renderer) = (input, new RouteRenderer(input));

    /// <summary>Renders an output of the plan. The bytes are valid until the next rendering.</summary>
    public RouteOutput Render(PlannedOutput output, out ReadOnlyMemory<byte> bytes)
    {
        var rendering = _renderer.Render(output.Route, out bytes);
        var fingerprint = rendering.IsMade ? Fingerprint.Compute(bytes.Span) : default;
        var trace = new RenderTrace(output.Route.Maker, fingerprint, _input.Fingerprints.Of(rendering.Reads), rendering.Diagnostics);
        return new RouteOutput(trace, _input.Options.Fingerprint, rendering.IsMade);
    }
}
