using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>The only build path, from the source files to the output folder.</summary>
/// <remarks>
/// <c>build</c> calls it once with the cache from disk, or an empty one for a clean build. <c>serve</c>
/// stops at the plan and renders pages on request with the same renderer. Every stage returns new values. Traces decide
/// what is rendered again, so clean and incremental builds give the same bytes and the same diagnostics.
/// </remarks>
public static class BuildPipeline
{
    /// <summary>Builds a site.</summary>
    /// <param name="tree">The source files as listed.</param>
    /// <param name="options">The options.</param>
    /// <param name="cache">The cache of the last build; <see cref="BuildCache.Empty"/> for a clean build.</param>
    /// <param name="cancellation">Stops the build; the output folder is then rolled back.</param>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    /// <exception cref="CommitException">The system refuses to move an output into its place.</exception>
    public static BuildResult Run(SourceTree tree, SiteOptions options, BuildCache cache, CancellationToken cancellation) =>
        Run(tree, options, cache, new BuildProgress(), cancellation);

    /// <summary>Builds a site, and reports its progress.</summary>
    /// <inheritdoc cref="Run(SourceTree, SiteOptions, BuildCache, CancellationToken)"/>
    /// <param name="tree">The source files as listed.</param>
    /// <param name="options">The options.</param>
    /// <param name="cache">The cache of the last build; <see cref="BuildCache.Empty"/> for a clean build.</param>
    /// <param name="progress">Is kept up to date while the build goes on.</param>
    /// <param name="cancellation">Stops the build; the output folder is then rolled back.</param>
    public static BuildResult Run(
        SourceTree tree, SiteOptions options, BuildCache cache, BuildProgress progress, CancellationToken cancellation)
    {
        var times = new StageTimes(progress);
        cache = cache.Under(options.Fingerprint);
        if (cache.Finished is { } finished
            && times.Measure("compare", () => FinishedBuilds.IsCurrent(finished, cache.Traces, tree, options, cancellation)))
        {
            return new BuildResult(
                finished.Outputs, [], new OutputChanges(0, 0, 0), finished.ReadDiagnostics(), times.ToImmutable(), cache)
            {
                IsUpToDate = true,
            };
        }

        return RunStages(tree, options, cache, times, cancellation);
    }

    /// <summary>Plans a site without rendering it: everything that a build does before it renders.</summary>
    /// <param name="tree">The source files as listed.</param>
    /// <param name="options">The options.</param>
    /// <param name="cache">The cache of the last plan or build.</param>
    /// <param name="cancellation">Stops the planning.</param>
    /// <exception cref="OperationCanceledException">The planning was cancelled.</exception>
    public static SitePlan Plan(SourceTree tree, SiteOptions options, BuildCache cache, CancellationToken cancellation)
    {
        var times = new StageTimes(new BuildProgress());
        cache = cache.Under(options.Fingerprint);
        return Relate(tree, Parse(tree, options, cache, times, cancellation), options, cache, times);
    }

    /// <summary>Plans a site after an edit of posts: parses those, and models and routes nothing when their heads are the same.</summary>
    /// <param name="before">The plan before the edit, made with the same options.</param>
    /// <param name="options">The options, with the moment of the edit.</param>
    /// <param name="cache">The cache of the last plan.</param>
    /// <param name="fullPaths">The absolute paths of what may have changed.</param>
    /// <returns>Null when something else may have changed.</returns>
    public static SitePlan? PlanEdits(SitePlan before, SiteOptions options, BuildCache cache, IReadOnlyCollection<string> fullPaths)
    {
        if (EditedFiles.Restamp(before.Tree, fullPaths, out var changed) is not { } tree
            || SourceParser.ParsePosts(changed, before.Parsed, options, cache.Under(options.Fingerprint).Sources) is not { } edited)
        {
            return null;
        }

        var (from, until) = before.Site.PublishedAlike;
        var now = options.Publishing.Now.UtcTicks;
        return from <= now && now < until && before.Parsed.HaveHeadsOf(edited)
            ? before.WithTexts(tree, edited)
            : Relate(tree, before.Parsed.With(edited), options, cache, new StageTimes(new BuildProgress()));
    }

    private static BuildResult RunStages(
        SourceTree tree, SiteOptions options, BuildCache cache, StageTimes times, CancellationToken cancellation)
    {
        var last = ParallelStage.Begin(() => LastOutputs.Read(options));
        var plan = PlanBuild(tree, options, cache, times, cancellation);
        var writer = OutputWriter.Begin(plan.Routes, last, options);
        try
        {
            var rendered = RenderAll(plan, cache, writer, times, cancellation);
            ImmutableArray<WriteResult> written = [.. rendered.Select(route => route.Written)];
            var arranged = plan.Arrange(ProblemsOf(plan, rendered, written, writer), isComplete: true);
            var problems = arranged.Shown;
            var changes = times.Measure("write", () => writer.Finish(written, problems));
            VariantRenderer.Sweep(plan.Input.Images, writer.Routes);
            var result = new BuildResult(
                CountOf(writer.Routes),
                RenderedOf(writer.Routes, rendered),
                changes,
                problems,
                times.ToImmutable(),
                cache with { Sources = plan.ToParseCache(cache), Finished = null })
            {
                Known = arranged.Known,
                Fixed = arranged.Fixed,
                Pictures = VariantRenderer.SavingsOf(writer.Routes, written),
            };
            return changes is null || !cache.IsStored ? result : result with
            {
                Cache = result.Cache with
                {
                    NewTraces = [.. rendered.Select(route => route.Traces).OfType<TraceSection>().Distinct()],
                    Outputs = writer.Paths,
                    Finished = FinishedBuilds.Of(plan, result, rendered, writer),
                },
            };
        }
        catch (Exception)
        {
            writer.RollBack();
            throw;
        }
    }

    private static IEnumerable<Diagnostic> ProblemsOf(
        SitePlan plan, ImmutableArray<RenderedRoute> rendered, ImmutableArray<WriteResult> written, OutputWriter writer) =>
        writer.Diagnostics.Concat(writer.ProblemsWith(written)).Concat(SiteRenderer.ProblemsWith(rendered))
            .Concat(VariantRenderer.NotesOn(plan.Input.Images, writer.Routes))
            .Concat(rendered.SelectMany(route => route.Diagnostics));

    // Pictures last: which versions of them are wanted is known once the pages that show them are there.
    private static ImmutableArray<RenderedRoute> RenderAll(
        SitePlan plan, BuildCache cache, OutputWriter writer, StageTimes times, CancellationToken cancellation)
    {
        var checker = new TraceChecker(cache.Traces, plan.Input.Fingerprints);
        var pages = times.Measure(
            "render", () => SiteRenderer.RenderAll(plan.Input, cache, writer, checker, times.Progress, cancellation));
        var variants = VariantRenderer.Plan(plan.Input, pages);
        if (variants.IsEmpty)
        {
            return pages;
        }

        var first = writer.Extend(variants);
        var pictures = times.Measure("pictures", () => VariantRenderer.RenderAll(
            plan.Input, variants, first, checker, writer, cache.IsStored, times.Progress, cancellation));
        return pages.AddRange(pictures);
    }

    private static SitePlan PlanBuild(
        SourceTree tree, SiteOptions options, BuildCache cache, StageTimes times, CancellationToken cancellation)
    {
        var parsed = Parse(tree, options, cache, times, cancellation);
        // One thread relates the posts to each other; another can look at the outputs.
        cache.Traces.BeginLooking(static () => false);
        return Relate(tree, parsed, options, cache, times);
    }

    private static ParsedSources Parse(
        SourceTree tree, SiteOptions options, BuildCache cache, StageTimes times, CancellationToken cancellation) =>
        times.Measure("parse", () => SourceParser.ParseAll(tree, options, cache.Sources, times.Progress, cancellation));

    private static SitePlan Relate(SourceTree tree, ParsedSources parsed, SiteOptions options, BuildCache cache, StageTimes times)
    {
        var site = times.Measure("model", () => Site.Create(parsed, options));
        var images = new ImageSettings(options, CardFont.Of(tree, options));
        var routes = times.Measure("route", () => Router.Plan(site, parsed.Files, images));
        var kept = ImageCacheFolder.Open(options.SourceFolder, isUsed: cache.IsStored, canWrite: !options.Writing.IsDryRun);
        var store = new ImageStore(images, kept);
        return new SitePlan(tree, parsed, site, routes, new DependencyFingerprints(site, routes, parsed.Templates, images), store);
    }

    private static ImmutableSortedDictionary<RouteKind, int> CountOf(ImmutableArray<Route> routes)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<RouteKind, int>();
        foreach (var route in routes)
        {
            counts[route.Kind] = counts.GetValueOrDefault(route.Kind) + 1;
        }

        return counts.ToImmutable();
    }

    private static ImmutableArray<string> RenderedOf(ImmutableArray<Route> routes, ImmutableArray<RenderedRoute> rendered) =>
        [.. routes.Where((_, index) => rendered[index].IsRendered).Select(route => route.OutputPath)];

    /// <summary>Collects how long the stages take.</summary>
    private sealed class StageTimes(BuildProgress progress)
    {
        private readonly ImmutableArray<StageTime>.Builder _times = ImmutableArray.CreateBuilder<StageTime>();

        public BuildProgress Progress => progress;

        public T Measure<T>(string stage, Func<T> work)
        {
            progress.Begin(stage);
            var start = Stopwatch.GetTimestamp();
            var result = work();
            _times.Add(new StageTime(stage, Stopwatch.GetElapsedTime(start)));
            return result;
        }

        public ImmutableArray<StageTime> ToImmutable() => _times.ToImmutable();
    }
}
