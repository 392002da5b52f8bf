using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Rendering.Copies;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Theme;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Renders and writes all routes that are out of date, in parallel.</summary>
/// <remarks>
/// In: the graph, the plan, the templates, and the cache of the last build. Out: a result for every route, in the
/// order of the plan. One for each thread.
/// </remarks>
internal sealed class SiteRenderer
{
    private readonly RenderInput _input;
    private readonly RouteRenderer _renderer;
    private readonly TraceKeeper? _traces;
    private readonly Utf8Buffer _disk = new();

    private SiteRenderer(RenderInput input, bool keepsTraces) =>
        (_input, _renderer, _traces) = (input, new RouteRenderer(input), TraceKeeper.Create(input, keepsTraces));

    /// <summary>Renders and writes every route whose cached trace is not current.</summary>
    /// <param name="input">What is rendered from.</param>
    /// <param name="cache">The cache of the last build.</param>
    /// <param name="writer">Where outputs go.</param>
    /// <param name="checker">Finds what is still current.</param>
    /// <param name="progress">Counts the routes.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    public static ImmutableArray<RenderedRoute> RenderAll(
        RenderInput input,
        BuildCache cache,
        OutputWriter writer,
        TraceChecker checker,
        BuildProgress progress,
        CancellationToken cancellation)
    {
        var routes = input.Routes.Routes;
        input = input.WithSearchFiles([.. routes.OfType<SearchIndexRoute>().Where(route => !checker.IsCurrent(route))]);
        var runaways = new RunawayTemplates();
        var rendered = ParallelStage.Run(
            ImmutableArray.CreateRange(Enumerable.Range(0, routes.Length)),
            () => new SiteRenderer(input, cache.IsStored),
            (renderer, index) => runaways.IsGivenUp(routes[index], index)
                ? RenderedRoute.GivenUp
                : renderer.Kept(index, checker) ?? renderer.RenderAndWrite(index, cache.Times, writer, runaways),
            progress,
            cancellation);
        return !runaways.HasAny
            ? rendered
            :
            [
                .. rendered.Select((result, index) => result.IsRendered && runaways.IsGivenUp(routes[index], index)
                    ? RenderedRoute.GivenUp with { Written = writer.TakeBack(index, result.Written) }
                    : result),
            ];
    }

    /// <summary>How many routes were given up, for the message.</summary>
    public static IEnumerable<Diagnostic> ProblemsWith(ImmutableArray<RenderedRoute> rendered) =>
        rendered.Count(route => route.IsGivenUp) is > 0 and var count
            ? [Diagnostic.InFile(RenderingMessages.PagesGivenUp(count), "")]
            : [];

    // Null when the route must be rendered.
    private RenderedRoute? Kept(int index, TraceChecker checker)
    {
        var route = _input.Routes.Routes[index];
        return checker.Find(route, out var bytes, out var reported, out var variants) is { } kept
            ? RenderedRoute.Kept(reported, bytes, kept.Stamp) with { Variants = variants }
            : null;
    }

    private RenderedRoute RenderAndWrite(int index, FileTimes times, OutputWriter writer, RunawayTemplates runaways)
    {
        var route = _input.Routes.Routes[index];
        var (rendering, written) = route is CopyRoute { File: { IsLarge: true } file } copy && !ThemeStyle.IsFor(file)
            && _input.Images.InPlaceOf(copy, _disk) is null
            ? LargeCopy.Write(index, copy, _input, writer)
            : RenderAndWrite(index, route, writer);
        runaways.Note(route, index, rendering.Diagnostics);
        var result = new RenderedRoute(rendering.Diagnostics, written, IsRendered: true) { Variants = VariantsOf(rendering) };
        if (_traces is null)
        {
            return result;
        }

        // A copied file is compared by its stamp only.
        if (written.IsComplete && !(route is CopyRoute { File: var copied } && times.IsFresh(copied)))
        {
            _traces.Keep(route, rendering, written);
        }

        return result with
        {
            Traces = _traces.Section,
            DependsOnTime = rendering.Reads.Any(read => read.Kind == DependencyKind.Now),
        };
    }

    private static ImmutableArray<DependencyKey> VariantsOf(RenderResult rendering)
    {
        List<DependencyKey>? variants = null;
        foreach (var read in rendering.Reads)
        {
            if (read.IsVariant)
            {
                (variants ??= []).Add(read);
            }
        }

        return variants is null ? [] : [.. variants];
    }

    private (RenderResult Rendering, WriteResult Written) RenderAndWrite(int index, Route route, OutputWriter writer)
    {
        var rendering = _renderer.Render(route, out var bytes);
        return (rendering, rendering.IsMade
            ? writer.Write(index, bytes.Span, rendering.IsGood, _disk)
            : new WriteResult(WriteOutcome.Held, default, null));
    }
}
