using System.Collections.Immutable;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Copies;

/// <summary>Copies a file that is too large to be held in memory.</summary>
internal static class LargeCopy
{
    /// <summary>Copies the file of a route.</summary>
    public static (RenderResult Rendering, WriteResult Written) Write(int index, CopyRoute route, RenderInput input, OutputWriter writer)
    {
        using var source = route.File.OpenBlocks(out var refusal);
        WriteResult written = default;
        Diagnostic? problem = null;
        if (source is not null)
        {
            var published = StrippedFile.Of(source, route.File, input.Options, out problem);
            written = source.Refusal is null ? writer.Copy(index, (IByteSource?)published ?? source) : default;
            refusal = source.Refusal;
        }

        if (refusal is not null)
        {
            written = new WriteResult(WriteOutcome.Held, default, null);
            problem = route.File.Refused(refusal);
        }

        var key = new DependencyKey(DependencyKind.File, route.File.Id, 0);
        ImmutableArray<Diagnostic> problems = problem is null ? [] : [problem];
        var rendering = new RenderResult(refusal is null, refusal is null, [key], problems);
        return (rendering, written);
    }
}
