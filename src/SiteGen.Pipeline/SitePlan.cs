using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Inspection;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Rendering.Standalone;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>A whole site, parsed and planned but not rendered; each of its outputs can be rendered on its own.</summary>
public sealed class SitePlan
{
    internal SitePlan(
        SourceTree tree, ParsedSources parsed, Site site, RouteTable routes, DependencyFingerprints fingerprints, ImageStore images)
    {
        (Tree, Parsed, Site, Routes) = (tree, parsed, site, routes);
        Found = [.. WithoutPosts(), .. WithoutBaseUrl(), .. parsed.Diagnostics, .. site.Diagnostics, .. routes.Diagnostics];
        Input = new RenderInput(site, routes, parsed.Templates, fingerprints, images, Found)
        {
            IsLarge = SpillFile.IsFor(tree, site.Options),
        };
    }

    /// <summary>The source files.</summary>
    public SourceTree Tree { get; }

    /// <summary>The options of the build.</summary>
    public SiteOptions Options => Site.Options;

    /// <summary>How many outputs there are.</summary>
    public int Count => Routes.Routes.Length;

    /// <summary>Whether a source has an error, so that outputs may be missing from the plan.</summary>
    public bool HasErrors => !Input.Failed.IsEmpty;

    /// <summary>All parsed sources.</summary>
    internal ParsedSources Parsed { get; }

    /// <summary>The model of the site: its posts, lists and terms.</summary>
    internal Site Site { get; }

    /// <summary>The routes of all outputs.</summary>
    internal RouteTable Routes { get; }

    /// <summary>The input of rendering.</summary>
    internal RenderInput Input { get; }

    /// <summary>The problems found so far, in no particular order.</summary>
    internal ImmutableArray<Diagnostic> Found { get; }

    /// <summary>An output by its index in the order of paths.</summary>
    public PlannedOutput this[int index] => new(Routes.Routes[index]);

    /// <summary>The output at a path such as <c>posts/a/index.html</c>; null when there is none.</summary>
    /// <remarks>Every version of every picture is found; a build makes those that its pages offer.</remarks>
    public PlannedOutput? Find(string outputPath) =>
        (Routes.Find(outputPath) ?? VariantRoutes.Find(Routes, outputPath, Input.Images.Settings)) is { } route
            ? new PlannedOutput(route)
            : null;

    /// <summary>Opens a copied file for streaming, as it is published; null when it cannot be opened.</summary>
    public Stream? Open(SourceFile file) => file.Open(out _) is not { } stream ? null
        : Options.Images.Strip ? PublishedStream.Of(stream, Options.Images.KeepsCredit)
        : stream;

    /// <summary>This plan after an edit of some texts, from which nothing follows for other posts or for the routes.</summary>
    internal SitePlan WithTexts(SourceTree tree, ImmutableArray<ParsedSource> texts)
    {
        var edited = texts.Select(source => source.Post).OfType<Post>().ToDictionary(post => post.Head.Id, post => post.Text);
        var site = Site.With(edited);
        return new SitePlan(
            tree, Parsed.With(texts), site, Routes, Input.Fingerprints.With(site, edited.Keys.ToHashSet()), Input.Images);
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

    /// <summary>Answers questions about the site.</summary>
    /// <param name="sources">Where its options were read.</param>
    public SiteInspector Inspect(OptionSources sources) => new(new InspectedSite(Tree, Parsed, Input, Found, sources));

    /// <summary>Renders a template as if it were that of a page of the site.</summary>
    /// <param name="template">The template.</param>
    /// <param name="data">What lies over the page's own values, as JSON or YAML; null for none.</param>
    /// <param name="page">The source of the page, or its URL; null for the home page.</param>
    /// <param name="readInclude">Reads an included template that the site does not have; null when there is none.</param>
    /// <param name="isStrict">Whether unknown variables are errors.</param>
    /// <returns>Null when the site has no such page.</returns>
    public StandaloneResult? RenderTemplate(
        SourceText template, SourceText? data, string? page, Func<string, SourceText?> readInclude, bool isStrict)
    {
        var route = Routes.Routes.FirstOrDefault(route => page is null
            ? route is HomeRoute
            : route is PostRoute && (route.Origin == page || route.Url == page || route.Url == $"{page}/"));
        return route is null ? null : StandaloneRenderer.Run(template, data, readInclude, isStrict, new SitePage(Input, route));
    }

    /// <summary>A renderer for one thread.</summary>
    public PlanRenderer CreateRenderer() => new(Input);

    /// <summary>Whether rendering an output again would give what was rendered before, with this or another plan.</summary>
    public bool IsCurrent(PlannedOutput output, RouteOutput rendered) =>
        rendered.Options == Options.Fingerprint && rendered.Trace.IsCurrent(output.Route.Maker, Input.Fingerprints);

    /// <summary>Whether an output was rendered without errors, from a source without errors.</summary>
    public bool IsGood(PlannedOutput output, RouteOutput rendered) =>
        rendered.IsMade && !rendered.Trace.Diagnostics.Any(problem => problem.IsError) && !Input.Failed.Contains(output.Route.Origin);

    /// <summary>All problems as a build would show them: those of the plan and those of some rendered outputs.</summary>
    public ImmutableArray<Diagnostic> ProblemsWith(IReadOnlyCollection<RouteOutput> rendered) =>
        Arrange(rendered.SelectMany(output => output.Trace.Diagnostics), rendered.Count == Count).Shown;

    /// <summary>The problems of the plan and others, as they are shown.</summary>
    /// <param name="others">The problems of outputs.</param>
    /// <param name="isComplete">Whether they are those of all outputs.</param>
    internal SortedDiagnostics Arrange(IEnumerable<Diagnostic> others, bool isComplete)
    {
        var problems = SuppressionFilter.Apply([.. Found, .. others], Suppressions(), isComplete);
        var arranged = DiagnosticOrder.Arrange([.. SourceLines.AddTo([.. problems], Tree)], Options.Rules);
        var sorted = Options.Baseline.Sort(arranged);
        return sorted with { Shown = AbsentFolders.Gather(sorted.Shown, Routes, Options) };
    }

    /// <summary>The URL that a page of an earlier plan has moved to; null when it was deleted.</summary>
    /// <remarks>Found by its source; when that was renamed, by its title or body, if exactly one new source has them.</remarks>
    public string? AddressOfMoved(PlannedOutput gone, SitePlan before)
    {
        if (gone.Route is not PostRoute { Post: var post })
        {
            return null;
        }

        if (Site.Find(post.Id) is { } stayed)
        {
            return UrlPath.Encode(stayed.Url);
        }

        var added = Site.Published.Where(other => before.Site.Find(other.Id) is null);
        var body = before.Site.TextOf(post.Id)?.Body.Fingerprint;
        var alike = added.Where(other => Site.TextOf(other.Id)?.Body.Fingerprint == body
            || (other.Title == post.Title && other.IsPage == post.IsPage)).Take(2).ToArray();
        return alike is [var only] ? UrlPath.Encode(only.Url) : null;
    }

    /// <summary>The copied files whose bytes or URL changed since an earlier plan, each with its old and new URL.</summary>
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

    /// <summary>The cache for the next plan.</summary>
    /// <param name="before">The cache that this plan was made with.</param>
    public BuildCache ToCache(BuildCache before) => before.Under(Options.Fingerprint) with { Sources = ToParseCache(before) };

    internal ParseCache ToParseCache(BuildCache before) => ParseCache.Create(Tree, Parsed, before.Sources.KeepsRecords);

    // Most problems of a post that is left out are found when it is published, and with them what a comment is for.
    private Dictionary<string, ImmutableArray<Suppression>> Suppressions()
    {
        var files = Parsed.Sources
            .Where(source => !source.Suppressions.IsEmpty
                && (source.Post is null || PublishingRules.ReasonToLeaveOut(source.Post.Head, Options.Publishing) is null))
            .ToDictionary(source => source.File.Path, source => source.Suppressions, StringComparer.Ordinal);
        foreach (var (path, suppression) in Options.Suppressions)
        {
            files[path] = files.GetValueOrDefault(path, []).Add(suppression);
        }

        return files;
    }

    // Not reported after an error, because posts may be missing for that reason.
    private ImmutableArray<Diagnostic> WithoutPosts() =>
        Site.Published.Any(post => !post.IsPage) || Parsed.Diagnostics.Any(problem => problem.IsError)
        ? []
        : [Diagnostic.InFile(
            ModelingMessages.NoPosts(
                Options.Folders.Posts, CountOf(LeftOutReason.Draft), CountOf(LeftOutReason.Due), CountOf(LeftOutReason.Expired)),
            Options.Folders.Posts)];

    // Without a published page there are no absolute URLs.
    private ImmutableArray<Diagnostic> WithoutBaseUrl() =>
        Options.IfNoBaseUrl is { } problem && Site.Published.Length > 0 ? [problem] : [];

    private int CountOf(LeftOutReason reason) =>
        Parsed.Posts.Count(post => !post.Head.IsPage && PublishingRules.ReasonToLeaveOut(post.Head, Options.Publishing) == reason);
}
