using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>Reads attributes directly behind images and links: <c>![alt](a.jpg){.wide}</c>, <c>[text](url){:target="_blank"}</c>.</summary>
internal static class InlineAttributes
{
    /// <summary>Whether a text may have some; searching for them costs a walk over the document.</summary>
    public static bool MayBeIn(string markdown) =>
        markdown.Contains("){", StringComparison.Ordinal) || markdown.Contains("]{", StringComparison.Ordinal);

    /// <summary>Gives every image and link the attributes behind it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="withProperties">Whether an element gets more than its id and its classes.</param>
    public static void Read(MarkdownDocument document, bool withProperties)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.NextSibling is LiteralInline))
        {
            if (ListBehind(link) is { } list && (list.HasColon || link.IsImage))
            {
                list.ApplyTo(link, withProperties);
                RemoveListBehind(link);
            }
        }
    }

    // Underscores split a text into several literals.
    private static AttributeList? ListBehind(LinkInline link)
    {
        if (link.NextSibling is not LiteralInline first || first.Content.IsEmpty || first.Content.CurrentChar != '{')
        {
            return null;
        }

        var text = new StringBuilder();
        for (var inline = link.NextSibling; inline is LiteralInline literal; inline = literal.NextSibling)
        {
            text.Append(literal.Content.AsSpan());
            if (literal.Content.AsSpan().Contains('}'))
            {
                break;
            }
        }

        return AttributeList.Parse(text.ToString(), out _);
    }

    private static void RemoveListBehind(LinkInline link)
    {
        while (link.NextSibling is LiteralInline literal)
        {
            var end = literal.Content.AsSpan().IndexOf('}');
            if (end >= 0)
            {
                literal.Content = new StringSlice(literal.Content.Text, literal.Content.Start + end + 1, literal.Content.End);
                if (literal.Content.IsEmpty)
                {
                    literal.Remove();
                }

                return;
            }

            literal.Remove();
        }
    }
}
