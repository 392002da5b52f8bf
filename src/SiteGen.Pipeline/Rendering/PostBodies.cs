using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The bodies and summaries of posts with their placeholders filled.</summary>
internal sealed class PostBodies(PageScope scope)
{
    private readonly PlaceholderWriter _placeholders = new(scope);

    /// <summary>A post's body.</summary>
    public Value Content(Post post)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Body, post.Head.Id, 0));
        return Html(post.Head, post.Body);
    }

    /// <summary>A post's summary.</summary>
    public Value Summary(PostHead post)
    {
        scope.Dependencies.Text(post);
        return Html(post, post.Summary);
    }

    /// <summary>Writes a post's body.</summary>
    public void WriteContent(Post post, Utf8Buffer output)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Body, post.Head.Id, 0));
        post.Body.Write(output, (placeholder, output) => _placeholders.Fill(post.Head, placeholder, output));
    }

    /// <summary>A post's body as feeds show it: all URLs absolute, embeds as plain links.</summary>
    public ReadOnlyMemory<byte> AbsoluteContent(Post post)
    {
        var content = new Utf8Buffer();
        WriteContent(post, content);
        return AbsoluteUrlRewriter.In(PlainEmbeds.In(content.WrittenMemory), new Uri(scope.Urls.AbsoluteLink(post.Head.Url)));
    }

    private Value Html(PostHead post, HtmlFragment fragment)
    {
        if (fragment.Placeholders.Length == 0)
        {
            return Value.Html(fragment.Bytes);
        }

        var output = new Utf8Buffer();
        fragment.Write(output, (placeholder, output) => _placeholders.Fill(post, placeholder, output));
        return Value.Html(output.WrittenMemory);
    }
}
