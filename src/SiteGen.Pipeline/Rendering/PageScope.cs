using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>What views and template functions reach: the site, its addresses, and the log of what was read.</summary>
/// <remarks>One per thread. Views made here live as long as the build, so that a post is looked at once, not once a page.</remarks>
internal sealed class PageScope
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<ulong, PostView> _posts = [];
    private readonly Dictionary<ulong, TermView> _terms = [];
    private readonly Dictionary<string, Value> _termLists = new(StringComparer.Ordinal);
    private readonly PlaceholderWriter _filler;
    private readonly DependencyFingerprints _inputs;
    private readonly string _basePath;
    private readonly Utf8Buffer _jsonOutput = new();
    private Utf8JsonWriter? _json;
    private MarkdownConverter? _markdown;
    private readonly string _baseUrl;

    public PageScope(Site site, RouteTable routes, DependencyFingerprints inputs)
    {
        Site = site;
        Routes = routes;
        _inputs = inputs;
        Dependencies = new DependencyRecorder(inputs);
        _basePath = site.Options.BasePath.TrimEnd('/');
        _baseUrl = site.Options.BaseUrl.GetLeftPart(UriPartial.Authority);
        Language = site.Options.Language;
        Media = new MediaResolver(this);
        _filler = new PlaceholderWriter(this);
        SiteView = new SiteView(this);
        WordsView = new TranslationsView(this);
    }

    /// <summary>The graph.</summary>
    public Site Site { get; }

    /// <summary>What the site is built with.</summary>
    public SiteOptions Options => Site.Options;

    /// <summary>The plan.</summary>
    public RouteTable Routes { get; }

    /// <summary>Writes JSON that lives as long as the page, with signs escaped that mean something in HTML.</summary>
    public (Utf8Buffer Output, Utf8JsonWriter Writer) Json => (_jsonOutput, _json ??= new Utf8JsonWriter(_jsonOutput, s_json));

    /// <summary>Converts Markdown that templates hand over.</summary>
    public MarkdownConverter Markdown => _markdown ??= new MarkdownConverter(Options.Markdown, Options.Language);

    /// <summary>What the current page reads.</summary>
    public DependencyRecorder Dependencies { get; }

    /// <summary><c>site</c> in templates.</summary>
    public SiteView SiteView { get; }

    /// <summary><c>words</c> in templates.</summary>
    public TranslationsView WordsView { get; }

    /// <summary>The problems that the current page met outside templates.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The language of the current page, as a tag.</summary>
    public string Language { get; private set; }

    /// <summary>The language other than the site's own that the current page belongs to, as a tag; null for none.</summary>
    public string? TranslatedInto { get; private set; }

    /// <summary>An address of the site in the language that the current page belongs to; null where there is none.</summary>
    public string? Translated(string url)
    {
        if (TranslatedInto is null)
        {
            return null;
        }

        var target = UrlPath.PrefixOf(TranslatedInto) + url;
        Dependencies.Target(target);
        return Routes.UrlOf(target) is { } found ? Link(found) : null;
    }

    /// <summary>A post in all languages that it is written in; empty where it is one.</summary>
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

    /// <summary>The theme's words in the language of the current page.</summary>
    public Translations Words => WordsIn(Language);

    /// <summary>The theme's words in a language.</summary>
    public Translations WordsIn(string language)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.Words, DependencyFingerprints.IdOf(language).Low, 0));
        return _inputs.WordsOf(language);
    }

    /// <summary>A word of the theme in the language of the current page; where there is none, what stands for it.</summary>
    public string WordOr(string name, string otherwise) => Words.Words.TryGetValue(name, out var found) ? found.Word.Text : otherwise;

    /// <summary>What the overview of a taxonomy is called: as the site says, else in the theme's words.</summary>
    public string TitleOf(Taxonomy taxonomy) => TaxonomyDefaults.Known.Contains(taxonomy.Options) ? WordOr(taxonomy.Name, taxonomy.Options.Title) : taxonomy.Options.Title;

    /// <summary>Forgets what the last page read and said.</summary>
    /// <param name="language">The language of the page that begins.</param>
    /// <param name="translatedInto">The language other than the site's own that it belongs to; null for none.</param>
    public void Begin(string language, string? translatedInto)
    {
        (Language, TranslatedInto) = (language, translatedInto);
        Dependencies.Clear();
        _jsonOutput.Clear();
        Diagnostics.Clear();
    }

    /// <summary>A post as templates see it; null for none.</summary>
    public PostView? View(PostHead? post)
    {
        if (post is null)
        {
            return null;
        }

        if (!_posts.TryGetValue(post.Id, out var view))
        {
            _posts[post.Id] = view = new PostView(this, post);
        }

        return view;
    }

    /// <summary>All terms of a taxonomy as templates see them: every page may ask whether there are any.</summary>
    public Value ListOf(Taxonomy taxonomy)
    {
        if (!_termLists.TryGetValue(taxonomy.Name, out var list))
        {
            _termLists[taxonomy.Name] = list = Value.From(new ItemList([.. taxonomy.Terms.Select(term => Value.From(View(taxonomy, term)))]));
        }

        return list;
    }

    /// <summary>A term as templates see it.</summary>
    public TermView View(Taxonomy taxonomy, Term term)
    {
        if (!_terms.TryGetValue(term.List.Id, out var view))
        {
            _terms[term.List.Id] = view = new TermView(this, taxonomy, term);
        }

        return view;
    }

    /// <summary>A path of the site as it stands in a link: encoded, under the sub-path.</summary>
    public string Link(string url) => _basePath + UrlPath.Encode(url);

    /// <summary>A path of the site with the site's own address before it.</summary>
    public string AbsoluteLink(string url) => _baseUrl + Link(url);

    /// <summary>Any address as a complete one: paths from the root get the sub-path unless they have it.</summary>
    public string Absolute(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme != "file")
        {
            return address;
        }

        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{Options.BaseUrl.Scheme}:{address}";
        }

        return _baseUrl + Rooted(address);
    }

    /// <summary>A path as it stands in a link: under the sub-path unless it is there already; other addresses as they are.</summary>
    public string Rooted(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith('#') || (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme != "file"))
        {
            return address;
        }

        var path = address.StartsWith('/') ? address : "/" + address;
        var isUnder = _basePath.Length > 0 && (path == _basePath || path.StartsWith(_basePath + "/", StringComparison.Ordinal));
        return isUnder ? path : _basePath + path;
    }

    /// <summary>The names of a post's authors, which depend on who is introduced.</summary>
    public ImmutableArray<string> AuthorsOf(PostHead post)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("authors").Low, 0));
        return Site.AuthorsOf(post);
    }

    /// <summary>What is said of an author; null for one who is not introduced.</summary>
    public AuthorProfile? ProfileOf(string name)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("authors").Low, 0));
        return Site.Authors.Find(name);
    }

    /// <summary>A post's description: as given, else how it begins.</summary>
    public string DescriptionOf(PostHead post)
    {
        if (post.Front.Description is null)
        {
            Dependencies.Text(post);
        }

        return post.Description;
    }

    /// <summary>A post's image: a path from the root, an address elsewhere, or a file beside the post.</summary>
    public string? ImageOf(PostHead post)
    {
        if (post.Front.Image is not { Length: > 0 } image)
        {
            return null;
        }

        if (image[0] != '/' && !image.Contains("://", StringComparison.Ordinal) && SitePath.Combine(SitePath.FolderOf(post.Path), image) is { } target)
        {
            Dependencies.Target(target);
            return Routes.UrlOf(target) is { } url ? Link(url) : Rooted(image);
        }

        return Rooted(image);
    }

    /// <summary>Finds images and sound files.</summary>
    public MediaResolver Media { get; }

    /// <summary>A post's body with its placeholders filled.</summary>
    public Value Content(Post post)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.Body, post.Head.Id, 0));
        return Html(post.Head, post.Body);
    }

    /// <summary>How a post begins, with its placeholders filled.</summary>
    public Value Summary(PostHead post)
    {
        Dependencies.Text(post);
        return Html(post, post.Summary);
    }

    /// <summary>Writes a post's body with its placeholders filled.</summary>
    public void WriteContent(Post post, Utf8Buffer output)
    {
        Dependencies.Note(new DependencyKey(DependencyKind.Body, post.Head.Id, 0));
        post.Body.Write(output, (placeholder, output) => _filler.Fill(post.Head, placeholder, output));
    }

    /// <summary>A post's body as it stands on its own: every address complete.</summary>
    public ReadOnlyMemory<byte> AbsoluteContent(Post post)
    {
        var content = new Utf8Buffer();
        WriteContent(post, content);
        return AbsoluteUrlRewriter.In(Feeds.PlainEmbeds.In(content.WrittenMemory), new Uri(AbsoluteLink(post.Head.Url)));
    }

    private Value Html(PostHead post, HtmlFragment fragment)
    {
        if (fragment.Placeholders.Length == 0)
        {
            return Value.Html(fragment.Bytes);
        }

        var output = new Utf8Buffer();
        fragment.Write(output, (placeholder, output) => _filler.Fill(post, placeholder, output));
        return Value.Html(output.WrittenMemory);
    }
}
