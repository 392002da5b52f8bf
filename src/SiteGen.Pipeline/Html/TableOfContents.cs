using System.Collections.Immutable;
using System.Net;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>A heading of a body, with its subheadings.</summary>
/// <param name="Id">The id that links use.</param>
/// <param name="Level">2 to 4.</param>
/// <param name="Html">Its content, reduced to what a link may contain.</param>
/// <param name="Title">Its text.</param>
/// <param name="Headings">Its subheadings.</param>
internal sealed record Heading(string Id, int Level, byte[] Html, string Title, ImmutableArray<Heading> Headings);

/// <summary>The headings of a body as a tree, and as a list of links.</summary>
/// <param name="Headings">The topmost headings.</param>
/// <param name="Count">Their number on all levels.</param>
internal sealed record TableOfContents(ImmutableArray<Heading> Headings, int Count)
{
    /// <summary>The number of headings from which the list is shown by default.</summary>
    public const int Least = 3;

    /// <summary>A fast upper bound of the number of headings.</summary>
    public static int CountIn(ReadOnlySpan<byte> html)
    {
        var count = 0;
        while (html.IndexOf((byte)'<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            count += html is [(byte)'h' or (byte)'H', >= (byte)'2' and <= (byte)'4', ..] ? 1 : 0;
        }

        return count;
    }

    /// <summary>Reads the headings of levels 2 to 4 that have an id.</summary>
    public static TableOfContents Parse(ReadOnlySpan<byte> html)
    {
        var found = new List<Heading>();
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            if (!tags.IsClosing && LevelOf(tags.Name) is > 0 and var level && IdOf(tags.Attributes) is { Length: > 0 } id)
            {
                found.Add(Read(html, ref tags, id, level));
            }
        }

        var at = 0;
        return new TableOfContents(Nested(found, ref at, 0), found.Count);
    }

    /// <summary>Writes the headings as nested lists of links.</summary>
    public byte[] ToHtml()
    {
        var output = new Utf8Buffer();
        Write(output, Headings);
        return output.ToArray();
    }

    private static void Write(Utf8Buffer output, ImmutableArray<Heading> headings)
    {
        output.Write("<ol>\n"u8);
        foreach (var heading in headings)
        {
            output.Write("<li><a href=\"#"u8);
            HtmlEscape.Write(output, EncodedId(heading.Id));
            output.Write("\">"u8);
            output.Write(heading.Html);
            output.Write("</a>"u8);
            if (heading.Headings.Length > 0)
            {
                output.Write("\n"u8);
                Write(output, heading.Headings);
            }

            output.Write("</li>\n"u8);
        }

        output.Write("</ol>\n"u8);
    }

    // A fragment may contain letters of any script, but no characters with a meaning in URLs (URL Standard §1.3).
    private static string EncodedId(string id) =>
        id.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal);

    private static int LevelOf(ReadOnlySpan<byte> name) =>
        name is [(byte)'h' or (byte)'H', >= (byte)'2' and <= (byte)'4'] ? name[1] - '0' : 0;

    private static string? IdOf(HtmlAttributes attributes)
    {
        while (attributes.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(attributes.Name, "id"u8))
            {
                return WebUtility.HtmlDecode(Encoding.UTF8.GetString(attributes.Value)).Trim();
            }
        }

        return null;
    }

    // Up to the next closing tag of any heading: an unclosed heading must not swallow the rest.
    private static Heading Read(ReadOnlySpan<byte> html, ref HtmlTags tags, string id, int level)
    {
        var inner = new Utf8Buffer();
        var at = tags.End;
        while (tags.MoveNext() && !(tags.IsClosing && tags.Name is [(byte)'h' or (byte)'H', >= (byte)'1' and <= (byte)'6']))
        {
            inner.Write(html[at..tags.Start]);
            at = tags.End;
            if (!tags.IsClosing && tags.Is("a"u8) && IsMark(tags.Attributes))
            {
                at = EndOfLink(ref tags, html.Length);
            }
            else if (tags.Is("img"u8))
            {
                HtmlEscape.Write(inner, AltOf(tags.Attributes));
            }
            else if (tags.Is("br"u8))
            {
                inner.Write(" "u8);
            }
            else
            {
                inner.Write(html[tags.Start..tags.End]);
            }
        }

        inner.Write(tags.Start > at ? html[at..tags.Start] : default);
        var phrase = HtmlSanitizer.Reduce(inner.WrittenSpan, HtmlPolicy.Phrase).Html;
        var trimmed = phrase.AsSpan().Trim(" \t\r\n"u8).ToArray();
        return new Heading(id, level, trimmed, TextOf(trimmed), []);
    }

    private static string TextOf(ReadOnlySpan<byte> html)
    {
        var text = new StringBuilder();
        var at = 0;
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            text.Append(Encoding.UTF8.GetString(html[at..tags.Start]));
            at = tags.End;
        }

        return PlainText.Decode(text.Append(Encoding.UTF8.GetString(html[at..])).ToString()).Trim();
    }

    // A footnote number, and the link mark that some editors add to headings, are not part of the text.
    private static bool IsMark(HtmlAttributes attributes) =>
        attributes.Has("class"u8, "footnote-ref"u8) || attributes.Has("aria-hidden"u8, "true"u8);

    private static int EndOfLink(ref HtmlTags tags, int end)
    {
        while (tags.MoveNext())
        {
            if (tags.IsClosing && tags.Is("a"u8))
            {
                return tags.End;
            }
        }

        return end;
    }

    private static string AltOf(HtmlAttributes attributes)
    {
        while (attributes.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(attributes.Name, "alt"u8))
            {
                return WebUtility.HtmlDecode(Encoding.UTF8.GetString(attributes.Value));
            }
        }

        return "";
    }

    // The parent is the nearest preceding heading of a higher level; skipped levels are not filled in.
    private static ImmutableArray<Heading> Nested(List<Heading> flat, ref int at, int above)
    {
        var headings = ImmutableArray.CreateBuilder<Heading>();
        while (at < flat.Count && flat[at].Level > above)
        {
            var heading = flat[at++];
            headings.Add(heading with { Headings = Nested(flat, ref at, heading.Level) });
        }

        return headings.ToImmutable();
    }
}
