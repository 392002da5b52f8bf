using SiteGen.Pipeline.Incremental;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>What a rendering read, produced and reported; the caller owns the bytes.</summary>
/// <remarks>Holds no reference to a plan, so that keeping many is cheap.</remarks>
public sealed record RouteOutput
{
    internal RouteOutput(RenderTrace trace, Fingerprint options, bool isMade) => (Trace, Options, IsMade) = (trace, options, isMade);

    // With other options everything is rendered again.
    internal Fingerprint Options { get; }

    internal RenderTrace Trace { get; }

    /// <summary>Whether there are bytes; an error can stop a rendering.</summary>
    public bool IsMade { get; }

    /// <summary>The fingerprint of the bytes.</summary>
    public Fingerprint Print => Trace.Output;
}
