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

    /// <summary>A post's body with its placeholders.</summary>
    public HtmlFragment Of(PostHead post)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Body, post.Id, 0));
        return scope.Site.TextOf(post.Id) is { Body: var body } ? _bodies.Read(body, scope.Diagnostics) : HtmlFragment.Empty;
    }

    /// <summary>A post's body.</summary>
    public Value Content(PostHead post) => Html(post, Of(post));

    /// <summary>A post's summary.</summary>
    public Value Summary(PostHead post)
    {
        scope.Dependencies.Text(post);
        return scope.Site.TextOf(post.Id) is { Summary: var summary } ? Html(post, summary) : Value.Nil;
    }

    /// <summary>Writes a post's body.</summary>
    public void WriteContent(PostHead post, Utf8Buffer output) =>
        Of(post).Write(output, (placeholder, written, output) => Fill(post, placeholder, written, output));

    /// <summary>A post's body as feeds show it: all URLs absolute, embeds as plain links, code without colours.</summary>
    public ReadOnlyMemory<byte> AbsoluteContent(PostHead post)
    {
        var content = new Utf8Buffer();
        Of(post).Write(content, (placeholder, written, output) => placeholder is CodePlaceholder code
            ? _code.Fill(code, written, isFeed: true, output)
            : _placeholders.Fill(post, placeholder, output));
        return AbsoluteUrlRewriter.In(PlainEmbeds.In(content.WrittenMemory), new Uri(scope.Urls.AbsoluteLink(post.Url)));
    }

    private bool Fill(PostHead post, Placeholder placeholder, ReadOnlySpan<byte> written, Utf8Buffer output) =>
        placeholder is CodePlaceholder code
            ? _code.Fill(code, written, isFeed: false, output)
            : _placeholders.Fill(post, placeholder, output);

    private Value Html(PostHead post, HtmlFragment fragment)
    {
        if (fragment.Placeholders.Length == 0)
        {
            return Value.Html(fragment.Bytes);
        }

        var output = new Utf8Buffer();
        fragment.Write(output, (placeholder, written, output) => Fill(post, placeholder, written, output));
        return Value.Html(output.WrittenMemory);
    }
}
