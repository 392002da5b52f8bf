using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Rendering.Copies;
using SiteGen.Pipeline.Rendering.Drawings;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Pipeline.Rendering.Functions;
using SiteGen.Pipeline.Rendering.Search;
using SiteGen.Pipeline.Rendering.Seo;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The result of rendering, except its bytes.</summary>
/// <param name="IsMade">Whether there is a page; an error can stop a rendering.</param>
/// <param name="IsGood">Whether it was made without errors, from a source without errors.</param>
/// <param name="Reads">Everything read.</param>
/// <param name="Diagnostics">The diagnostics.</param>
[DebuggerDisplay("{IsMade ? (IsGood ? \"good\" : \"with errors\") : \"stopped\",nq}, {Reads.Length} dependencies")]
internal readonly record struct RenderResult(
    bool IsMade, bool IsGood, ImmutableArray<DependencyKey> Reads, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Renders single routes. One renderer per thread.</summary>
internal sealed class RouteRenderer
{
    private readonly PageScope _scope;
    private readonly ParsedTemplates _templates;
    private readonly RenderInput _input;
    private readonly RenderContext _context;
    private readonly FileCopier _copier;
    private readonly DrawingRenderer _drawings;
    private readonly Utf8Buffer _inner = new();
    private readonly Utf8Buffer _page = new();

    /// <summary>A renderer for one thread.</summary>
    public RouteRenderer(RenderInput input)
    {
        _input = input;
        _templates = input.Templates;
        _scope = new PageScope(input.Site, input.Routes, input.Fingerprints, input.Images);
        _copier = new FileCopier(_scope, input.Images);
        _drawings = new DrawingRenderer(_scope, input.Images);
        _context = new RenderContext(_templates.Set, SiteFunctions.Table, OptionsOf(input.Options, _scope.Dependencies));
    }

    /// <summary>Renders one route. The bytes are valid until the next rendering.</summary>
    public RenderResult Render(Route route, out ReadOnlyMemory<byte> bytes)
    {
        _scope.Begin(RoutePage.LanguageOf(route, _scope.Options), RoutePage.TranslatedInto(route));
        _context.Culture = _scope.Language.Tag;
        _page.Clear();
        var isMade = Make(route, out bytes);
        var problems = _scope.Diagnostics.ToImmutableArray();
        var source = (route as CardRoute)?.Page.Origin ?? route.Origin;
        var isGood = isMade && !problems.Any(problem => problem.IsError) && !_input.Failed.Contains(source);
        return new RenderResult(isMade, isGood, _scope.Dependencies.Take(), problems);
    }

    /// <summary>The options of templates that a site's options ask for.</summary>
    public static RenderOptions OptionsOf(SiteOptions options, DependencyRecorder dependencies) => RenderOptions.Default with
    {
        TimeZone = options.TimeZone,
        Clock = new FixedClock(options.Publishing.Now, dependencies),
        WorkLimit = options.Limits.Work,
        OutputLimit = options.Limits.OutputBytes,
        RecursionLimit = options.Limits.Recursion,
        RegexTimeout = TimeSpan.FromSeconds(options.Limits.RegexSeconds),
    };

    // False when an error stopped the rendering: there is no page to write.
    private bool Make(Route route, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        switch (route)
        {
            case CopyRoute copy:
                return _copier.Copy(copy, _page, out bytes);
            case VariantRoute variant:
                return _copier.Make(variant, _page, out bytes);
            case CardRoute { Cover: { } cover } card:
                _scope.Dependencies.Head(card.Page.Post);
                return _drawings.DrawCover(cover, out bytes);
            case CardRoute card:
                return RenderCard(card) && _drawings.Draw(card, _inner.WrittenMemory, out bytes);
            case IconRoute icon:
                return _drawings.Draw(icon, out bytes);
            default:
                var isMade = WriteForMachines(route) || RenderPage(route);
                bytes = _page.WrittenMemory;
                return isMade;
        }
    }

    // Returns false for routes that have a template.
    private bool WriteForMachines(Route route)
    {
        switch (route)
        {
            case FeedRoute feed:
                Feed.Write(_scope, feed, _page);
                break;
            case SearchIndexRoute index:
                SearchIndexWriter.Write(_scope, index, _input.Searches.Of(index.Section), _page);
                break;
            case SitemapRoute sitemap:
                SitemapWriter.Write(_scope, sitemap, _page);
                break;
            case SitemapIndexRoute index:
                SitemapWriter.WriteIndex(_scope, index, _page);
                break;
            case WebManifestRoute:
                WebManifestWriter.Write(_scope, _page);
                break;
            case RedirectsRoute redirects:
                RedirectsWriter.Write(_scope, redirects, _page);
                break;
            case RobotsRoute:
                SitemapWriter.WriteRobots(_scope, _page);
                break;
            default:
                return false;
        }

        return true;
    }

    // The SVG of a card.
    private bool RenderCard(CardRoute card)
    {
        _inner.Clear();
        _scope.Dependencies.Head(card.Page.Post);
        _scope.Bodies.PageOf = card.Page.Post.Id;
        return Render(Find(DrawingRenderer.TemplateName), new PageModel(_scope, card.Page, RoutePage.KindOf(card.Page)), _inner);
    }

    private bool RenderPage(Route route)
    {
        var kind = RoutePage.KindOf(route);
        var model = new PageModel(_scope, route, kind);
        if (route is AliasRoute alias)
        {
            // Its language is that of the post it leads to.
            _scope.Dependencies.Head(alias.Target);
        }

        if (route is PostRoute { Post: var post } && IsBare(post))
        {
            _scope.Bodies.WriteContent(post, _page);
            return true;
        }

        _inner.Clear();
        var layout = kind == "redirect" ? null : Find("layout.html");
        var before = _scope.Diagnostics.Count;
        var isDone = Render(TemplateOf(route), model, layout is null ? _page : _inner);
        NameLayout(route, before);
        if (!isDone)
        {
            return false;
        }

        if (layout is null)
        {
            return true;
        }

        model.Content = Templating.Values.Value.Html(_inner.WrittenMemory);
        return Render(layout, model, _page);
    }

    // Whether a post is a page without any template.
    private bool IsBare(PostHead post)
    {
        _scope.Dependencies.Head(post);
        _scope.Bodies.PageOf = post.Id;
        // Reported even when no template shows or plays it.
        _scope.Media.CheckCover(post);
        _scope.Media.AudioOf(post);
        return post.Front.Layout == "none";
    }

    // An error in a template that a post asks for by name may be the post's: the template of a list shows no post.
    private void NameLayout(Route route, int firstProblem)
    {
        if (route is not PostRoute { Post: { Front.Layout: { Length: > 0 } chosen } head })
        {
            return;
        }

        var note = new DiagnosticNote(head.Path, head.Front.PositionOf("layout"), RenderingMessages.LayoutChosen(chosen));
        for (var i = firstProblem; i < _scope.Diagnostics.Count; i++)
        {
            if (_scope.Diagnostics[i] is { IsError: true } problem)
            {
                _scope.Diagnostics[i] = problem with { Notes = problem.Notes.Add(note) };
            }
        }
    }

    private bool Render(Template? template, PageModel model, Utf8Buffer output)
    {
        if (template is null)
        {
            return false;
        }

        var isDone = _context.Render(template, model, _scope, output);
        _scope.Diagnostics.AddRange(_context.Diagnostics);
        Note(template.Name);
        foreach (var name in _context.TemplatesRead)
        {
            Note(name);
        }

        return isDone;
    }

    private Template? TemplateOf(Route route)
    {
        var names = RoutePage.TemplatesOf(route);
        foreach (var name in names)
        {
            if (Find(name) is { } template)
            {
                return template;
            }

            if (name != names[^1] && route is PostRoute { Post: var head })
            {
                var problem = Diagnostic.InFile(RenderingMessages.MissingTemplate(name, names[^1]), head.Path);
                _scope.Diagnostics.Add(problem.At(head.Front.PositionOf("layout")));
            }
        }

        return null;
    }

    private Template? Find(string name)
    {
        Note(name);
        return _templates.Set.Find(name);
    }

    private void Note(string name) =>
        _scope.Dependencies.Note(new DependencyKey(DependencyKind.Template, ParsedTemplates.IdOf(name), 0));

    /// <summary>The moment that the options name, so that <c>date.now</c> gives the same bytes in every build.</summary>
    private sealed class FixedClock(DateTimeOffset now, DependencyRecorder dependencies) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            dependencies.Note(new DependencyKey(DependencyKind.Now, 0, 0));
            return now;
        }
    }
}
