using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Copies a file that is too large to be held in memory.</summary>
internal static class LargeCopy
{
    /// <summary>Copies the file of a route.</summary>
    public static (RenderResult Rendering, WriteResult Written) Write(
        int index, CopyRoute route, DependencyFingerprints fingerprints, OutputWriter writer)
    {
        using var source = route.File.OpenBlocks(out var refusal);
        var written = source is null ? default : writer.Copy(index, source);
        refusal ??= source?.Refusal;
        if (refusal is not null)
        {
            written = new WriteResult(WriteOutcome.Held, default, null);
        }

        var key = new DependencyKey(DependencyKind.File, route.File.Id, 0);
        ImmutableArray<Diagnostic> problems = refusal is null ? [] : [route.File.Refused(refusal)];
        var rendering = new RenderResult(refusal is null, refusal is null, [new Dependency(key, fingerprints[key])], problems);
        return (rendering, written);
    }
}
