using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>What views and template functions can reach; everything read through it is recorded.</summary>
/// <remarks>One per thread, for all pages that the thread renders.</remarks>
internal sealed class PageScope
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8Buffer _jsonOutput = new();
    private Utf8JsonWriter? _json;
    private MarkdownConverter? _markdown;

    public PageScope(Site site, RouteTable routes, DependencyFingerprints fingerprints, ImageStore images)
    {
        Site = site;
        Routes = routes;
        Grammars = fingerprints.Grammars;
        Urls = new SiteUrls(site.Options);
        Language = new PageLanguage(this, fingerprints);
        Media = new MediaResolver(this);
        Pictures = new PictureResolver(this, images);
        LinkHints = new LinkHints(this);
        Bodies = new PostBodies(this);
        Views = new ViewCache(this);
        SiteView = new SiteView(this);
        WordsView = new TranslationsView(this);
    }

    /// <summary>The graph.</summary>
    public Site Site { get; }

    /// <summary>The options that the site is built with.</summary>
    public SiteOptions Options => Site.Options;

    /// <summary>The plan.</summary>
    public RouteTable Routes { get; }

    /// <summary>The languages that code is coloured in.</summary>
    public GrammarSet Grammars { get; }

    /// <summary>Makes links.</summary>
    public SiteUrls Urls { get; }

    /// <summary>The language of the current page.</summary>
    public PageLanguage Language { get; }

    /// <summary>Finds images and audio files.</summary>
    public MediaResolver Media { get; }

    /// <summary>Finds what is offered of pictures.</summary>
    public PictureResolver Pictures { get; }

    /// <summary>Completes what is said of links that lead to nothing.</summary>
    public LinkHints LinkHints { get; }

    /// <summary>The bodies of posts.</summary>
    public PostBodies Bodies { get; }

    /// <summary>Posts and terms as templates see them.</summary>
    public ViewCache Views { get; }

    /// <summary><c>site</c> in templates.</summary>
    public SiteView SiteView { get; }

    /// <summary><c>words</c> in templates.</summary>
    public TranslationsView WordsView { get; }

    /// <summary>Writes JSON into memory that is valid until the next page, with the characters escaped that are special in HTML.</summary>
    public (Utf8Buffer Output, Utf8JsonWriter Writer) Json => (_jsonOutput, _json ??= new Utf8JsonWriter(_jsonOutput, s_json));

    /// <summary>Converts Markdown that templates pass in.</summary>
    public MarkdownConverter Markdown => _markdown ??= new MarkdownConverter(Options.Markdown, Options.Language);

    /// <summary>What the current page reads.</summary>
    public DependencyRecorder Dependencies { get; } = new();

    /// <summary>The diagnostics of the current page.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Starts a page: clears what the last one read and reported.</summary>
    /// <param name="language">The language of the page.</param>
    /// <param name="translatedInto">The language other than the site's own that it belongs to; null when there is none.</param>
    public void Begin(string language, string? translatedInto)
    {
        Language.Begin(language, translatedInto);
        Dependencies.Clear();
        Bodies.Begin();
        _jsonOutput.Clear();
        Diagnostics.Clear();
    }

    /// <summary>A post in all its languages; empty when it has no translation.</summary>
    public ImmutableArray<PostHead> TranslationsOf(PostHead post)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.Translations, post.Id, 0));
        var all = Site.TranslationsOf(post.Id);
        foreach (var other in all)
        {
            Dependencies.Head(other);
        }

        return all;
    }

    /// <summary>The names of a post's authors, which depend on all profiles.</summary>
    public ImmutableArray<string> AuthorsOf(PostHead post)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("authors").Low, 0));
        return Site.AuthorsOf(post);
    }

    /// <summary>The text of the page that is shown above the list at a URL; null when there is none.</summary>
    public Value ListPageContentOf(string url)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.ListPageContent, DependencyFingerprints.IdOf(url).Low, 0));
        return Site.ListPageContentOf(url) is { } page ? Bodies.Content(page) : Value.Nil;
    }

    /// <summary>The profile of an author; null when there is none.</summary>
    public AuthorProfile? ProfileOf(string name)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("authors").Low, 0));
        return Site.Authors.Find(name);
    }

    /// <summary>A post's description: as given, else its summary as text.</summary>
    public string DescriptionOf(PostHead post)
    {
        if (post.Front.Page.Description is { } given)
        {
            return given;
        }

        Dependencies.Text(post);
        return Site.TextOf(post.Id)?.PlainSummary() ?? "";
    }

    /// <summary>The family of the font that cards are written with; null when there are no cards.</summary>
    public string? CardFont
    {
        get
        {
            if (!Options.Images.HasCards)
            {
                return null;
            }

            Dependencies.Note(new DependencyKey(DependencyKind.Drawing, 0, 0));
            return Pictures.CardFont;
        }
    }

    /// <summary>The link to a post's card; null when it has none.</summary>
    public string? CardOf(PostHead post)
    {
        if (!Options.Images.HasCards)
        {
            return null;
        }

        var url = DrawingRoutes.CardUrlOf(post.Url);
        Dependencies.Target(url);
        return Routes.UrlOf(url) is { } card ? Urls.Link(card) : null;
    }

    /// <summary>The link to a post's cover image, which may be given as a path from the root, a URL, or a file beside the post.</summary>
    public string? ImageOf(PostHead post)
    {
        if (post.Front.Image is not { Length: > 0 } image)
        {
            return null;
        }

        var isRelative = image[0] != '/' && !image.Contains("://", StringComparison.Ordinal);
        if (isRelative && SitePath.Combine(SitePath.FolderOf(post.Path), image) is { } target)
        {
            Dependencies.Target(target);
            return Routes.UrlOf(target) is { } url ? Urls.Link(url) : Urls.Rooted(image);
        }

        return Urls.Rooted(image);
    }
}
