using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Turns cards and frames into plain links, because feed readers have no style sheet and remove frames.</summary>
internal static class PlainEmbeds
{
    /// <summary>The same HTML with a paragraph and a link instead of every embed.</summary>
    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> html)
    {
        var span = html.Span;
        if (span.IndexOf("<figure class=\"embed "u8) < 0)
        {
            return html;
        }

        var output = new Utf8Buffer();
        var at = 0;
        var tags = new HtmlTags(span);
        while (tags.MoveNext())
        {
            var start = tags.Start;
            if (tags.IsClosing || !tags.Is("figure"u8) || !ValueOf(tags.Attributes, "class"u8, span).StartsWith("embed "u8))
            {
                continue;
            }

            if (Read(span, ref tags) is { } link)
            {
                output.Write(span[at..start]);
                output.Write($"<p><a href=\"{link.Url}\">{link.Title}</a></p>");
                at = tags.End;
            }
        }

        output.Write(span[at..]);
        return output.WrittenMemory;
    }

    // Up to the end of the figure; null for a figure that is not an embed.
    private static (string Url, string Title)? Read(ReadOnlySpan<byte> html, ref HtmlTags tags)
    {
        var url = ValueOf(tags.Attributes, "data-url"u8, html);
        ReadOnlySpan<byte> title = default;
        while (tags.MoveNext() && !(tags.IsClosing && tags.Is("figure"u8)))
        {
            if (tags.IsClosing)
            {
                continue;
            }

            if (tags.Is("a"u8))
            {
                url = ValueOf(tags.Attributes, "href"u8, html);
            }
            else if (tags.Is("iframe"u8))
            {
                title = ValueOf(tags.Attributes, "title"u8, html);
            }
            else if (tags.Is("strong"u8) && html[tags.End..].IndexOf((byte)'<') is > 0 and var length)
            {
                title = html.Slice(tags.End, length);
            }
        }

        return url.IsEmpty || title.IsEmpty ? null : (Encoding.UTF8.GetString(url), Encoding.UTF8.GetString(title));
    }

    private static ReadOnlySpan<byte> ValueOf(HtmlAttributes attributes, ReadOnlySpan<byte> name, ReadOnlySpan<byte> html)
    {
        while (attributes.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(attributes.Name, name))
            {
                return html[attributes.ValueStart..attributes.ValueEnd];
            }
        }

        return default;
    }
}
