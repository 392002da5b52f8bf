using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>A whole site, read, related and planned, but not rendered: every output is known, and can be rendered by itself.</summary>
public sealed class SitePlan
{
    private readonly SourceTree _tree;

    internal SitePlan(SourceTree tree, ParsedSources parsed, Site site, RouteTable routes)
    {
        (_tree, Parsed, Site, Routes) = (tree, parsed, site, routes);
        Found = [.. WithoutPosts(), .. parsed.Diagnostics, .. site.Diagnostics, .. routes.Diagnostics];
        Input = new RenderInput(site, routes, parsed.Templates, Found);
    }

    /// <summary>What the site is built with.</summary>
    public SiteOptions Options => Site.Options;

    /// <summary>How many outputs there are.</summary>
    public int Count => Routes.Routes.Length;

    /// <summary>Whether a source has an error: what is missing from the plan may be what failed.</summary>
    public bool HasErrors => !Input.Failed.IsEmpty;

    /// <summary>Every source that was read.</summary>
    internal ParsedSources Parsed { get; }

    /// <summary>The posts and how they relate.</summary>
    internal Site Site { get; }

    /// <summary>Every output.</summary>
    internal RouteTable Routes { get; }

    /// <summary>What rendering works from.</summary>
    internal RenderInput Input { get; }

    /// <summary>The problems found so far, in no order.</summary>
    internal ImmutableArray<Diagnostic> Found { get; }

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
    public PlanRenderer CreateRenderer() => new(Input);

    /// <summary>Whether rendering an output again would give what was rendered before, under whichever plan.</summary>
    public bool IsCurrent(PlannedOutput output, RouteOutput rendered) =>
        rendered.Options == Options.Fingerprint && rendered.Trace.IsCurrent(output.Route.Maker, Input.Fingerprints);

    /// <summary>Whether an output was made without errors, from a source without errors.</summary>
    public bool IsGood(PlannedOutput output, RouteOutput rendered) =>
        rendered.IsMade && !rendered.Trace.Diagnostics.Any(problem => problem.IsError) && !Input.Failed.Contains(output.Route.Origin);

    /// <summary>All problems as a build would show them: what planning found, and what these renderings met.</summary>
    public ImmutableArray<Diagnostic> ProblemsWith(IEnumerable<RouteOutput> rendered) =>
        DiagnosticOrder.Arrange([.. Found, .. rendered.SelectMany(output => output.Trace.Diagnostics)], Options.Rules);

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
    public BuildCache ToCache() => ToCache([]);

    internal BuildCache ToCache(IEnumerable<KeyValuePair<string, RenderTrace>> traces) =>
        new(Options.Fingerprint, ParseCache.Create(_tree, Parsed), new RenderCache(traces));

    // Posts that could not be read have errors of their own.
    private ImmutableArray<Diagnostic> WithoutPosts() =>
        Site.Published.Any(post => !post.Head.IsPage) || Parsed.Diagnostics.Any(problem => problem.IsError)
        ? []
        : [Diagnostic.InFile(SiteRules.NoPosts, Options.Folders.Posts, "there is no post here", "write one: a file such as posts/hello.md with '---', 'title: Hello', '---' and some text")];
}
