using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Pipeline;

/// <summary>Recognizes a build that has nothing to do.</summary>
internal static class FinishedBuilds
{
    /// <summary>Whether a build now would read the same as a finished one, whose outputs are as they were left.</summary>
    public static bool IsCurrent(
        FinishedBuild finished, RenderCache traces, SourceTree tree, SiteOptions options, CancellationToken cancellation)
    {
        if (!finished.IsOf(tree, options) || traces.Count != finished.Outputs.Values.Sum())
        {
            return false;
        }

        var folder = new OutputFolder(options.OutputFolder, options.SourceFolder);
        return !folder.Has(OutputUpdate.PendingName) && folder.StampOf(Manifest.FileName) == finished.Manifest
            && traces.AreAllAsLeft(cancellation);
    }

    /// <summary>A build as a finished one; null when the next one has something to try again.</summary>
    public static FinishedBuild? Of(
        SitePlan plan, BuildResult result, ImmutableArray<RenderedRoute> rendered, OutputWriter writer)
    {
        var options = plan.Options;
        var isComplete = result.Errors == 0 && !options.Writing.IsDryRun
            && ReferenceEquals(options.Baseline, Baseline.Empty)
            && !plan.Tree.Files.Any(result.Cache.Times.IsFresh)
            && rendered.All(route => route is { Written.IsComplete: true, DependsOnTime: false });
        if (!isComplete)
        {
            return null;
        }

        var problems = new RecordWriter();
        DiagnosticRecord.Write(problems, result.Diagnostics);
        var (from, until) = plan.Site.PublishedAlike;
        return new FinishedBuild(
            FinishedBuild.FingerprintOf(plan.Tree),
            plan.Tree.Files.Select(file => file.Modified).DefaultIfEmpty().Max(),
            FinishedBuild.FingerprintOf(options),
            from,
            until,
            result.Outputs,
            writer.ManifestStamp,
            problems.Written);
    }
}
