using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Rendering.Functions;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Writing;
using SiteGen.Templating;
using SiteGen.Templating.Running;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>A site up to its plan, with the templates and views that draw it.</summary>
internal sealed class LoadedSite
{
    private readonly RenderContext _context;

    private LoadedSite(Site site, RouteTable routes, ParsedTemplates templates, IEnumerable<Template> extra)
    {
        Site = site;
        Routes = routes;
        Templates = TemplateSet.Create(templates.Set.Names.Select(name => templates.Set.Find(name)!).Concat(extra));
        var images = new ImageSettings(site.Options);
        Scope = new PageScope(
            site,
            routes,
            new DependencyFingerprints(site, routes, templates, images),
            new ImageStore(images, ImageCacheFolder.Open(site.Options.SourceFolder, isUsed: false, canWrite: false)));
        _context = new RenderContext(
            Templates, SiteFunctions.Table, RenderOptions.Default with { Clock = TestClock.At("2026-06-01T12:00:00Z") });
    }

    public Site Site { get; }

    public RouteTable Routes { get; }

    public TemplateSet Templates { get; }

    public PageScope Scope { get; }

    public static LoadedSite Of(TestSite files, params Template[] extra)
    {
        var options = SiteFile.Load(
            new OptionSources(RawOptions.None.With("source", files.SourceFolder)), TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Empty(options.Diagnostics);
        var parsed = SourceParser.ParseAll(SourceScanner.ScanAll(options.Value), options.Value, ParseCache.Empty, CancellationToken.None);
        Assert.Empty(parsed.Diagnostics.Select(problem => problem.ToText()));
        var site = Site.Create(parsed, options.Value);
        return new LoadedSite(site, Router.Plan(site, parsed.Files, new ImageSettings(site.Options)), parsed.Templates, extra);
    }

    public static ParseResult<Template> Parse(string name, string text) =>
        TemplateParser.Parse(new SourceText(name, Encoding.UTF8.GetBytes(text)), TemplateReader.OptionsOf(name));

    public T Route<T>(string url)
        where T : Route => Routes.Routes.OfType<T>().Single(route => route.Url == url);

    public PageModel Model(Route route, string kind) => new(Scope, route, kind);

    /// <summary>Renders, and says what came and what was wrong.</summary>
    public string Render(Template template, PageModel model)
    {
        var output = new Utf8Buffer();
        Render(template, model, output);
        return output + string.Concat(_context.Diagnostics.Concat(Scope.Diagnostics).Select(problem => problem.ToText()));
    }

    public bool Render(Template template, PageModel model, Utf8Buffer output)
    {
        Scope.Begin(Site.Options.Language, null);
        return _context.Render(template, model, Scope, output);
    }
}
