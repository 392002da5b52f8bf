using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
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
    private readonly SpillFile? _spill;
    private readonly Utf8Buffer _disk = new();

    // Null when traces are not kept for the next build.
    private TraceSection? _traces;

    private SiteRenderer(RenderInput input, bool keepsTraces)
    {
        (_input, _renderer) = (input, new RouteRenderer(input));
        _spill = keepsTraces && input.IsLarge ? SpillFile.TryCreate(input.Options.SourceFolder) : null;
        _traces = keepsTraces ? new TraceSection(_spill) : null;
    }

    /// <summary>Renders and writes every route whose cached trace is not current.</summary>
    /// <param name="input">What is rendered from.</param>
    /// <param name="cache">The cache of the last build.</param>
    /// <param name="writer">Where outputs go.</param>
    /// <param name="traces">The traces of what is rendered, in no particular order; none when no cache is kept.</param>
    /// <param name="progress">Counts the routes.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    public static ImmutableArray<RenderedRoute> RenderAll(
        RenderInput input,
        BuildCache cache,
        OutputWriter writer,
        out ImmutableArray<TraceSection> traces,
        BuildProgress progress,
        CancellationToken cancellation)
    {
        var routes = input.Routes.Routes;
        var runaways = new RunawayTemplates();
        var checker = new TraceChecker(cache.Traces, input.Fingerprints);
        var rendered = ParallelStage.Run(
            ImmutableArray.CreateRange(Enumerable.Range(0, routes.Length)),
            () => new SiteRenderer(input, cache.IsStored),
            (renderer, index) => runaways.IsGivenUp(routes[index], index)
                ? RenderedRoute.GivenUp
                : renderer.Kept(index, checker, writer) ?? renderer.RenderAndWrite(index, cache.Times, writer, runaways),
            progress,
            cancellation);
        traces = [.. rendered.Select(result => result.Traces).OfType<TraceSection>().Distinct()];
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
    private RenderedRoute? Kept(int index, TraceChecker checker, OutputWriter writer)
    {
        var route = _input.Routes.Routes[index];
        return checker.Find(route.OutputPath, route.Maker, out var bytes, out var reported) is { } kept
            && writer.IsAsLeft(index, kept.Stamp)
            ? new RenderedRoute(reported, new WriteResult(WriteOutcome.Unchanged, bytes, null) { Stamp = kept.Stamp }, IsRendered: false)
            : null;
    }

    private RenderedRoute RenderAndWrite(int index, FileTimes times, OutputWriter writer, RunawayTemplates runaways)
    {
        var route = _input.Routes.Routes[index];
        var (rendering, written) = route is CopyRoute { File: { IsLarge: true } file } copy && !ThemeStyle.IsFor(file)
            ? LargeCopy.Write(index, copy, _input, writer)
            : RenderAndWrite(index, route, writer);
        runaways.Note(route, index, rendering.Diagnostics);
        var result = new RenderedRoute(rendering.Diagnostics, written, IsRendered: true);
        if (_traces is null)
        {
            return result;
        }

        // A copied file is compared by its stamp only.
        if (written.IsComplete && !(route is CopyRoute { File: var copied } && times.IsFresh(copied)))
        {
            Keep(route, rendering, written, _traces);
        }

        return result with
        {
            Traces = _traces,
            DependsOnTime = rendering.Dependencies.Any(read => read.Key.Kind == DependencyKind.Now),
        };
    }

    private void Keep(Route route, RenderResult rendering, WriteResult written, TraceSection traces)
    {
        if (traces.IsFull)
        {
            traces.Complete();
            _traces = traces = new TraceSection(_spill);
        }

        var trace = new RenderTrace(route.Maker, written.Fingerprint, rendering.Dependencies, rendering.Diagnostics);
        traces.Add(route.OutputPath, trace with { Stamp = written.Stamp });
    }

    private (RenderResult Rendering, WriteResult Written) RenderAndWrite(int index, Route route, OutputWriter writer)
    {
        var rendering = _renderer.Render(route, out var bytes);
        return (rendering, rendering.IsMade
            ? writer.Write(index, bytes.Span, rendering.IsGood, _disk)
            : new WriteResult(WriteOutcome.Held, default, null));
    }
}
