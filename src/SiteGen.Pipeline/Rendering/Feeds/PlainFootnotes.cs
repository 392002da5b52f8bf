using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Takes the links out of footnotes, for feeds: readers' programs would follow them to the page on the web.</summary>
internal static class PlainFootnotes
{
    /// <summary>The same HTML with plain numbers for its footnotes, and without links back to them.</summary>
    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> html)
    {
        var span = html.Span;
        if (span.IndexOf("class=\"footnote-"u8) < 0)
        {
            return html;
        }

        var output = new Utf8Buffer();
        var at = 0;
        var tags = new HtmlTags(span);
        var isOpen = false;
        while (tags.MoveNext())
        {
            if (!tags.Is("a"u8))
            {
                continue;
            }

            var isBack = !tags.IsClosing && tags.Attributes.Has("class"u8, "footnote-back-ref"u8);
            if (tags.IsClosing ? isOpen : isBack || tags.Attributes.Has("class"u8, "footnote-ref"u8))
            {
                output.Write(span[at..tags.Start]);
                at = isBack ? EndOfLink(ref tags) : tags.End;
                isOpen = !tags.IsClosing;
            }
        }

        output.Write(span[at..]);
        return output.WrittenMemory;
    }

    // Moves to the closing tag.
    private static int EndOfLink(ref HtmlTags tags)
    {
        while (tags.MoveNext())
        {
            if (tags.IsClosing && tags.Is("a"u8))
            {
                break;
            }
        }

        return tags.End;
    }
}
