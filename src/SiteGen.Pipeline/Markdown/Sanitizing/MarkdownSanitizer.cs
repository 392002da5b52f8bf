using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Markdown.Sanitizing;

/// <summary>Removes HTML, and URLs that could run a script, from a parsed text.</summary>
internal static class MarkdownSanitizer
{
    /// <summary>Sanitizes a document and returns what was removed, in the order of the text.</summary>
    /// <param name="document">The text, parsed with precise source locations.</param>
    /// <param name="addressesToo">Whether URLs are checked too.</param>
    public static ImmutableArray<RemovedMarkup> Sanitize(MarkdownDocument document, bool addressesToo)
    {
        var removed = ImmutableArray.CreateBuilder<RemovedMarkup>();
        foreach (var part in document.Descendants().ToArray())
        {
            switch (part)
            {
                case HtmlBlock block when !IsMore(block.Lines.ToString()):
                    Add(removed, block, NameOf(block.Lines.ToString()), false);
                    block.Parent?.Remove(block);
                    break;
                case HtmlInline html when !IsMore(html.Tag):
                    Add(removed, html, NameOf(html.Tag), false);
                    html.Remove();
                    break;
                case LinkInline link when addressesToo && !UrlSafety.IsSafe(link.Url ?? ""):
                    Add(removed, link, link.Url ?? "", true);
                    // The text stays, of an image too: it says what the image shows.
                    link.ReplaceBy(new PlainContainer());
                    break;
                case AutolinkInline { IsEmail: false } link when addressesToo && !UrlSafety.IsSafe(link.Url):
                    Add(removed, link, link.Url, true);
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
            }
        }

        removed.Sort((left, right) => left.Start.CompareTo(right.Start));
        return removed.ToImmutable();
    }

    // Comments and closing tags have no name here and are not reported: only what readers would miss is.
    private static void Add(ImmutableArray<RemovedMarkup>.Builder removed, MarkdownObject part, string name, bool isAddress)
    {
        if (name.Length > 0)
        {
            removed.Add(new RemovedMarkup(part.Span.Start, part.Span.Length, name, isAddress));
        }
    }

    private static bool IsMore(string html) => SummaryMarkup.IsMore(System.Text.Encoding.UTF8.GetBytes(html.Trim()));

    private static string NameOf(string html)
    {
        var tags = new HtmlTags(System.Text.Encoding.UTF8.GetBytes(html));
        while (tags.MoveNext())
        {
            if (!tags.Name.IsEmpty && !tags.IsClosing)
            {
                return System.Text.Encoding.UTF8.GetString(tags.Name);
            }
        }

        return "";
    }

    private sealed class PlainContainer : ContainerInline;
}
