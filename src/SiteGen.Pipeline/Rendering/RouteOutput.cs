using SiteGen.Pipeline.Incremental;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>What a rendering read, produced and said; its bytes are somebody else's to keep.</summary>
/// <remarks>Refers to no plan, so that many can be kept.</remarks>
public sealed record RouteOutput
{
    internal RouteOutput(RenderTrace trace, Fingerprint options, bool isMade) => (Trace, Options, IsMade) = (trace, options, isMade);

    // Under other options everything is made again.
    internal Fingerprint Options { get; }

    internal RenderTrace Trace { get; }

    /// <summary>Whether there are bytes; an error can stop a rendering.</summary>
    public bool IsMade { get; }

    /// <summary>Stands for the bytes.</summary>
    public Fingerprint Print => Trace.Output;
}
