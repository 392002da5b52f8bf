using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>One thing read, with its fingerprint at that time.</summary>
internal readonly record struct Dependency(DependencyKey Key, Fingerprint Seen)
{
    /// <summary>Writes it.</summary>
    public void Write(RecordWriter writer)
    {
        writer.Number((int)Key.Kind);
        writer.Id(Key.Id);
        writer.Number(Key.Part);
        writer.Fingerprint(Seen);
    }

    /// <summary>Reads it.</summary>
    public static Dependency Read(ref RecordReader reader) =>
        new(new DependencyKey((DependencyKind)reader.Number(), reader.Id(), reader.Count()), reader.Fingerprint());
}

/// <summary>What rendering a route read, produced and reported.</summary>
/// <param name="Maker">Fingerprint of the kind of route and its source.</param>
/// <param name="Output">Fingerprint of the bytes produced; the default when there are none.</param>
/// <param name="Dependencies">Everything read, in no particular order.</param>
/// <param name="Diagnostics">The diagnostics, reported again for as long as the trace is current.</param>
[DebuggerDisplay("{Dependencies.Length} dependencies, {Diagnostics.Length} diagnostics")]
internal sealed record RenderTrace(
    Fingerprint Maker, Fingerprint Output, ImmutableArray<Dependency> Dependencies, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Time and size of the file that was written; the default when none was.</summary>
    public Fingerprint Stamp { get; init; }

    /// <summary>Whether rendering again would read the same, and so produce and report the same.</summary>
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
