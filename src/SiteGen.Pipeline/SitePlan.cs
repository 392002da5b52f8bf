using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>A whole site, read, related and planned, but not rendered: every output is known, and can be rendered by itself.</summary>
public sealed class SitePlan
{
    private readonly SourceTree _tree;

    internal SitePlan(SourceTree tree, ParsedSources parsed, Site site, RouteTable routes)
    {
        (_tree, Parsed, Site, Routes) = (tree, parsed, site, routes);
        Inputs = new InputTable(site, routes, parsed.Templates);
        Found = [.. SiteGen.Pipeline.Problems.Empty(site, parsed, Options), .. parsed.Diagnostics, .. site.Diagnostics, .. routes.Diagnostics];
        Failed = Found.Where(problem => problem.IsError).Select(problem => problem.Path).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>What the site is built with.</summary>
    public SiteOptions Options => Site.Options;

    /// <summary>How many outputs there are.</summary>
    public int Count => Routes.Routes.Length;

    /// <summary>Whether a source has an error: what is missing from the plan may be what failed.</summary>
    public bool HasErrors => !Failed.IsEmpty;

    /// <summary>Every source that was read.</summary>
    internal ParsedSources Parsed { get; }

    /// <summary>The posts and how they relate.</summary>
    internal Site Site { get; }

    /// <summary>Every output.</summary>
    internal RouteTable Routes { get; }

    /// <summary>What stands for everything that a rendering can read.</summary>
    internal InputTable Inputs { get; }

    /// <summary>The problems found so far, in no order.</summary>
    internal ImmutableArray<Diagnostic> Found { get; }

    /// <summary>The sources with errors.</summary>
    internal ImmutableHashSet<string> Failed { get; }

    /// <summary>One output by its place in the order of paths.</summary>
    public PlannedOutput this[int index] => new(Routes.Routes[index]);

    /// <summary>The output at a path such as <c>posts/a/index.html</c>; null when there is none.</summary>
    public PlannedOutput? Find(string outputPath)
    {
        var routes = Routes.Routes;
        var (low, high) = (0, routes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(routes[middle].OutputPath, outputPath);
            if (order == 0)
            {
                return new PlannedOutput(routes[middle]);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>Whether another plan has outputs at the same paths.</summary>
    public bool HasOutputsOf(SitePlan other)
    {
        var (routes, others) = (Routes.Routes, other.Routes.Routes);
        for (var i = 0; i < routes.Length; i++)
        {
            if (i >= others.Length || routes[i].OutputPath != others[i].OutputPath)
            {
                return false;
            }
        }

        return routes.Length == others.Length;
    }

    /// <summary>A renderer for one thread.</summary>
    public PlanRenderer CreateRenderer() => new(this);

    /// <summary>Whether rendering an output again would give what was rendered before, under whichever plan.</summary>
    public bool IsCurrent(PlannedOutput output, RenderedOutput rendered) =>
        rendered.Options == Options.Fingerprint && rendered.Trace.IsCurrent(output.Route.Maker, Inputs);

    /// <summary>Whether an output was made without errors, from a source without errors.</summary>
    public bool IsGood(PlannedOutput output, RenderedOutput rendered) =>
        rendered.IsMade && !rendered.Trace.Diagnostics.Any(problem => problem.IsError) && !Failed.Contains(output.Route.Origin);

    /// <summary>All problems as a build would show them: what planning found, and what these renderings met.</summary>
    public ImmutableArray<Diagnostic> ProblemsWith(IEnumerable<RenderedOutput> rendered) =>
        SiteGen.Pipeline.Problems.InOrder([.. Found, .. rendered.SelectMany(output => output.Trace.Diagnostics)], Options);

    /// <summary>The address that a page of an earlier plan has moved to; null when it is gone.</summary>
    /// <remarks>By its source; and when that was renamed, by its text, as long as only one new source has it.</remarks>
    public string? AddressOfMoved(PlannedOutput gone, SitePlan before)
    {
        if (gone.Route is not PostRoute { Post: var post })
        {
            return null;
        }

        if (Site.Find(post.Head.Id) is { } stayed)
        {
            return UrlPath.Encode(stayed.Head.Url);
        }

        var alike = Site.Published.Where(other => before.Site.Find(other.Head.Id) is null
            && (other.BodyFingerprint == post.BodyFingerprint || (other.Head.Title == post.Head.Title && other.Head.IsPage == post.Head.IsPage))).Take(2).ToArray();
        return alike is [var only] ? UrlPath.Encode(only.Head.Url) : null;
    }

    /// <summary>The copied files whose bytes or addresses are not those of an earlier plan, each with its address then and now.</summary>
    public ImmutableArray<(string Before, string Now)> FilesChangedSince(SitePlan before)
    {
        var old = before.Routes.Routes.OfType<CopyRoute>().ToDictionary(route => route.Origin, StringComparer.Ordinal);
        return
        [
            .. Routes.Routes.OfType<CopyRoute>()
                .Where(route => old.TryGetValue(route.Origin, out var was) && (was.Url != route.Url || was.File.Stamp != route.File.Stamp))
                .Select(route => (UrlPath.Encode(old[route.Origin].Url), UrlPath.Encode(route.Url))),
        ];
    }

    /// <summary>What the next plan may use.</summary>
    public BuildMemory Remember() => Remember([]);

    internal BuildMemory Remember(IEnumerable<KeyValuePair<string, RenderTrace>> traces) => BuildMemory.Of(Options.Fingerprint, _tree, Parsed, traces);
}

/// <summary>One file that a site will consist of.</summary>
public readonly record struct PlannedOutput
{
    internal PlannedOutput(Route route) => Route = route;

    internal Route Route { get; }

    /// <summary>Its path in the output folder.</summary>
    public string Path => Route.OutputPath;

    /// <summary>Its address from the site's root, without the sub-path, encoded.</summary>
    public string Url => UrlPath.Encode(Route.Url);

    /// <summary>The file that it is a copy of; null for what is rendered.</summary>
    public SourceFile? File => Route is CopyRoute { File: var file } && !ThemeStyle.IsFor(file) ? file : null;
}

/// <summary>What a rendering read, produced and said; its bytes are somebody else's to keep.</summary>
/// <remarks>Refers to no plan, so that many can be kept.</remarks>
public sealed record RenderedOutput
{
    internal RenderedOutput(RenderTrace trace, Fingerprint options, bool isMade) => (Trace, Options, IsMade) = (trace, options, isMade);

    // Under other options everything is made again.
    internal Fingerprint Options { get; }

    internal RenderTrace Trace { get; }

    /// <summary>Whether there are bytes; an error can stop a rendering.</summary>
    public bool IsMade { get; }

    /// <summary>Stands for the bytes.</summary>
    public Fingerprint Print => Trace.Output;
}

/// <summary>Renders single outputs of a plan, as a build would. For one thread.</summary>
public sealed class PlanRenderer
{
    private readonly SitePlan _plan;
    private readonly RouteRenderer _renderer;

    internal PlanRenderer(SitePlan plan) => (_plan, _renderer) = (plan, new RouteRenderer(plan));

    /// <summary>Renders an output of the plan. The bytes are valid until the next rendering.</summary>
    public RenderedOutput Render(PlannedOutput output, out ReadOnlyMemory<byte> bytes)
    {
        var rendering = _renderer.Render(output.Route, out bytes);
        var print = rendering.IsMade ? Fingerprint.Of(bytes.Span) : default;
        return new RenderedOutput(new RenderTrace(output.Route.Maker, print, rendering.Reads, rendering.Diagnostics), _plan.Options.Fingerprint, rendering.IsMade);
    }
}
