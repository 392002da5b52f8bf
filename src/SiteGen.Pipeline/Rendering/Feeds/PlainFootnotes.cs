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

            if (tags.IsClosing ? isOpen : IsOfFootnote(tags.Attributes, out _))
            {
                output.Write(span[at..tags.Start]);
                at = !tags.IsClosing && IsOfFootnote(tags.Attributes, out var isBack) && isBack ? EndOfLink(ref tags) : tags.End;
                isOpen = !tags.IsClosing;
            }
        }

        output.Write(span[at..]);
        return output.WrittenMemory;
    }

    private static bool IsOfFootnote(HtmlAttributes attributes, out bool isBack)
    {
        isBack = false;
        while (attributes.MoveNext())
        {
            if (attributes.Name.SequenceEqual("class"u8))
            {
                isBack = attributes.Value.SequenceEqual("footnote-back-ref"u8);
                return isBack || attributes.Value.SequenceEqual("footnote-ref"u8);
            }
        }

        return false;
    }

    // Stands on the closing tag afterwards.
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
