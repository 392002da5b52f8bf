using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Gives the bodies of posts, and converts those that an earlier build converted. One reader per thread.</summary>
internal sealed class BodyReader(SiteOptions options)
{
    private readonly Utf8Buffer _buffer = new();
    private PostParser? _posts;
    private PostBody? _last;
    private HtmlFragment _lastRead = HtmlFragment.Empty;

    /// <summary>A body; empty, with a problem, when its source cannot be read any more.</summary>
    /// <param name="body">The body.</param>
    /// <param name="memory">Gives the memory for a body that is on disk.</param>
    /// <param name="problems">The problems of the page.</param>
    public HtmlFragment Read(PostBody body, Func<Utf8Buffer> memory, ICollection<Diagnostic> problems)
    {
        // A page may ask for its content, its headings and its contents list in turn.
        if (body != _last)
        {
            if ((body.Read(memory) ?? Convert(body, problems)) is not { } read)
            {
                return HtmlFragment.Empty;
            }

            (_last, _lastRead) = (body, read);
        }

        return _lastRead;
    }

    /// <summary>Forgets the last body: its memory is needed for others.</summary>
    public void Forget() => _last = null;

    private HtmlFragment? Convert(PostBody body, ICollection<Diagnostic> problems)
    {
        if (body.Source is not { } source)
        {
            return null;
        }

        if (source.Read(_buffer, out var refusal) is not { } bytes)
        {
            problems.Add(source.Refused(refusal));
            return null;
        }

        _posts ??= new PostParser(options);
        return _posts.Parse(source, bytes).Value?.Text.Body.AtHand is { } converted ? body.Keep(converted) : null;
    }
}
