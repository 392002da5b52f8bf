using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>Cleans up the cut-off beginning of a body for lists of posts.</summary>
internal static class SummaryMarkup
{
    /// <summary>
    /// The same HTML with all elements closed, and without ids and footnote references: both would clash or lead
    /// nowhere on a page that shows many posts.
    /// </summary>
    /// <param name="html">The HTML.</param>
    /// <param name="removed">Takes what is left out, in the order of the text.</param>
    public static byte[] From(ReadOnlySpan<byte> html, ICollection<TextSpan> removed)
    {
        var output = new Utf8Buffer();
        var open = new Stack<string>();
        var at = 0;
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            var name = Encoding.UTF8.GetString(tags.Name).ToLowerInvariant();
            if (tags.IsClosing && open.Count > 0 && open.Peek() == name)
            {
                open.Pop();
            }
            else if (!tags.IsClosing && !IsVoid(name))
            {
                open.Push(name);
            }

            if (!tags.IsClosing && LeftOut(html, ref tags, name, open) is { Length: > 0 } span)
            {
                output.Write(html[at..span.Start]);
                at = span.End;
                removed.Add(span);
            }
        }

        output.Write(html[at..]);
        foreach (var name in open)
        {
            output.Write($"</{name}>");
        }

        return output.ToArray();
    }

    /// <summary>Whether a comment is exactly the marker that ends a summary.</summary>
    public static bool IsMore(ReadOnlySpan<byte> comment)
    {
        if (comment.Length > 40 || !comment.StartsWith("<!--"u8) || !comment.EndsWith("-->"u8) || comment.Length < 7)
        {
            return false;
        }

        var word = comment[4..^3].Trim(" \t\r\n"u8);
        return Ascii.EqualsIgnoreCase(word, "more"u8) || Ascii.EqualsIgnoreCase(word, "excerpt"u8)
            || Ascii.EqualsIgnoreCase(word, "break"u8) || Ascii.EqualsIgnoreCase(word, "truncate"u8);
    }

    // A reference to a footnote, or the id of another element.
    private static TextSpan LeftOut(ReadOnlySpan<byte> html, ref HtmlTags tags, string name, Stack<string> open)
    {
        if (name != "a" || !tags.Attributes.Has("class"u8, "footnote-ref"u8))
        {
            return IdOf(html, tags.Attributes);
        }

        open.Pop();
        var start = tags.Start;
        return TextSpan.Between(start, EndOfElement(ref tags));
    }

    private static bool IsVoid(string name) =>
        name is "" or "br" or "img" or "hr" or "input" or "source" or "wbr" or "col" or "embed" or "area" or "track";

    // From the space before the attribute to the quote after it.
    private static TextSpan IdOf(ReadOnlySpan<byte> html, HtmlAttributes attributes)
    {
        while (attributes.MoveNext())
        {
            var isQuoted = attributes.ValueStart > 0 && html[attributes.ValueStart - 1] is (byte)'"' or (byte)'\'';
            if (isQuoted && Ascii.EqualsIgnoreCase(attributes.Name, "id"u8))
            {
                return TextSpan.Between(attributes.ValueStart - "id=".Length - 2, attributes.ValueEnd + 1);
            }
        }

        return default;
    }

    private static int EndOfElement(ref HtmlTags tags)
    {
        while (tags.MoveNext())
        {
            if (tags.IsClosing && tags.Is("a"u8))
            {
                return tags.End;
            }
        }

        return tags.End;
    }
}
