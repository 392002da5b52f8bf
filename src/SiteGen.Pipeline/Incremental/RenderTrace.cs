using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>One read: what, and what stood for it then.</summary>
internal readonly record struct Dependency(DependencyKey Key, Fingerprint Seen);

/// <summary>What a route's rendering read, produced and said.</summary>
/// <param name="Maker">Stands for the kind of route and what it is made from.</param>
/// <param name="Output">Stands for the bytes produced; nothing when none were.</param>
/// <param name="Dependencies">Everything read, in no order.</param>
/// <param name="Diagnostics">The problems met, repeated for as long as the trace is current.</param>
internal sealed record RenderTrace(
    Fingerprint Maker, Fingerprint Output, ImmutableArray<Dependency> Dependencies, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether rendering again would read the same things, and so produce and say the same.</summary>
    public bool IsCurrent(Fingerprint maker, DependencyFingerprints now)
    {
        if (maker != Maker)
        {
            return false;
        }

        foreach (var read in Dependencies)
        {
            if (now[read.Key] != read.Seen)
            {
                return false;
            }
        }

        return true;
    }
}
