using System.Collections.Immutable;
using System.Net;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>A heading of a body, with those below it.</summary>
/// <param name="Id">What a link to it ends with.</param>
/// <param name="Level">2 to 4.</param>
/// <param name="Html">What it says, fit to stand in a link.</param>
/// <param name="Title">The same as plain text.</param>
/// <param name="Headings">The headings of its part of the text.</param>
internal sealed record Heading(string Id, int Level, byte[] Html, string Title, ImmutableArray<Heading> Headings);

/// <summary>The headings of a body as a tree, and as a list of links.</summary>
/// <param name="Headings">The topmost headings.</param>
/// <param name="Count">How many there are on all levels.</param>
internal sealed record TableOfContents(ImmutableArray<Heading> Headings, int Count)
{
    /// <summary>From so many headings on a text is long enough to show them.</summary>
    public const int Least = 3;

    /// <summary>How many headings a body has at most; found many bytes at a time.</summary>
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

    /// <summary>Writes the headings as lists in lists of links.</summary>
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

    // Letters of any script may stand in a fragment; what has a meaning in addresses may not (URL Standard §1.3).
    private static string EncodedId(string id) =>
        id.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);

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

    // From the opening tag to the next closing tag of a heading, whatever its level: an unclosed one must not take the rest.
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

    // The number of a footnote, and the sign that some themes and editors put beside a heading, are not part of what it says.
    private static bool IsMark(HtmlAttributes attributes)
    {
        while (attributes.MoveNext())
        {
            if ((Ascii.EqualsIgnoreCase(attributes.Name, "class"u8) && attributes.Value.SequenceEqual("footnote-ref"u8))
                || (Ascii.EqualsIgnoreCase(attributes.Name, "aria-hidden"u8) && attributes.Value.SequenceEqual("true"u8)))
            {
                return true;
            }
        }

        return false;
    }

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

    // A heading belongs to the nearest one before it that is higher; levels that were skipped are not made up.
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
