using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The bodies and summaries of posts with their placeholders filled.</summary>
internal sealed class PostBodies(PageScope scope)
{
    private readonly PlaceholderWriter _placeholders = new(scope);
    private readonly CodePlaceholders _code = new(scope);
    private readonly BodyReader _bodies = new(scope.Options);
    private readonly PageBuffers _buffers = new();

    /// <summary>The post whose own page is rendered; null for other pages.</summary>
    public ulong? PageOf { get; set; }

    /// <summary>Begins a page: the bodies and summaries of the page before are no longer valid.</summary>
    public void Begin()
    {
        PageOf = null;
        _bodies.Forget();
        _buffers.TakeBack();
    }

    /// <summary>A post's body with its placeholders.</summary>
    public HtmlFragment Of(PostHead post)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Body, post.Id, 0));
        return scope.Site.TextOf(post.Id) is { Body: var body } ? _bodies.Read(body, _buffers.Take, scope.Diagnostics) : HtmlFragment.Empty;
    }

    /// <summary>A post's body.</summary>
    public Value Content(PostHead post) => Html(post, Of(post));

    /// <summary>A post's summary.</summary>
    public Value Summary(PostHead post)
    {
        scope.Dependencies.Text(post);
        return scope.Site.TextOf(post.Id) is { Summary.Fragment: var summary } ? Html(post, summary) : Value.Nil;
    }

    /// <summary>Writes a post's body.</summary>
    public void WriteContent(PostHead post, Utf8Buffer output) => Write(post, Of(post), isFeed: false, output);

    /// <summary>A post's body as feeds show it: all URLs absolute, embeds as plain links, code without colours.</summary>
    public ReadOnlyMemory<byte> AbsoluteContent(PostHead post)
    {
        var content = _buffers.Take();
        Write(post, Of(post), isFeed: true, content);
        return AbsoluteUrlRewriter.In(PlainFootnotes.In(PlainEmbeds.In(content.WrittenMemory)), new Uri(scope.Urls.AbsoluteLink(post.Url)));
    }

    private Value Html(PostHead post, HtmlFragment fragment)
    {
        if (fragment.Placeholders.Length == 0)
        {
            return Value.Html(fragment.Bytes);
        }

        var output = _buffers.Take();
        Write(post, fragment, isFeed: false, output);
        return Value.Html(output.WrittenMemory);
    }

    private void Write(PostHead post, HtmlFragment fragment, bool isFeed, Utf8Buffer output)
    {
        _placeholders.IsPlain = isFeed;
        // On a post's own page its cover comes first, or else the first picture of its text.
        _placeholders.Lead = post.Id == PageOf && string.IsNullOrEmpty(post.Front.Image)
            ? fragment.Placeholders.OfType<ImagePlaceholder>().FirstOrDefault()
            : null;
        fragment.Write(output, (placeholder, written, output) => placeholder is CodePlaceholder code
            ? _code.Fill(code, written, isFeed, output)
            : _placeholders.Fill(post, placeholder, written, output));
    }
}
