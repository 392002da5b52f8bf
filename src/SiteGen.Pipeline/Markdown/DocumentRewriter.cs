using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Markdown.Attributes;
using SiteGen.Pipeline.Markdown.Code;
using SiteGen.Pipeline.Markdown.Embeds;
using SiteGen.Pipeline.Markdown.Figures;
using SiteGen.Pipeline.Markdown.Tables;
using SiteGen.Pipeline.Markdown.Tasks;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Applies the block extensions to a parsed text in a single walk over its tree.</summary>
internal static class DocumentRewriter
{
    /// <summary>Inserts figures, embeds and task labels, and adjusts tables.</summary>
    /// <returns>Whether the body may hold placeholders: relative links, images, raw HTML or alert titles.</returns>
    public static bool Rewrite(ContainerBlock container, EmbedStyle embeds, CaptionStyle captions)
    {
        var found = false;
        for (var i = 0; i < container.Count; i++)
        {
            if (TakeMark(container, i))
            {
                i--;
                continue;
            }

            switch (container[i])
            {
                case FencedCodeBlock code:
                    CodeLanguage.Correct(code);
                    break;
                case HtmlBlock:
                    found = true;
                    break;
                case Table table:
                    TableMarkup.Adjust(table);
                    found |= Rewrite((ContainerBlock)table, embeds, captions);
                    break;
                case AlertBlock alert:
                    Rewrite((ContainerBlock)alert, embeds, captions);
                    found = true;
                    break;
                case ContainerBlock inner:
                    found |= Rewrite(inner, embeds, captions);
                    break;
                case LeafBlock leaf:
                    found |= RewriteLeaf(container, i, leaf, embeds, captions);
                    break;
            }
        }

        return found;
    }

    // Whether the block was not text but a mark for another block or for the theme, and is gone.
    private static bool TakeMark(ContainerBlock container, int index)
    {
        if (!ContentsMark.IsOn(container[index]))
        {
            return BlockAttributes.Attach(container, index);
        }

        container.RemoveAt(index);
        return true;
    }

    private static bool RewriteLeaf(ContainerBlock container, int index, LeafBlock leaf, EmbedStyle embeds, CaptionStyle captions)
    {
        if (embeds != EmbedStyle.Off && MarkdownEmbeds.From(leaf, embeds) is { } embed)
        {
            container[index] = embed;
            return MarkdownEmbeds.HasPicture(embed);
        }

        if (leaf.Inline is not { } inline)
        {
            return false;
        }

        var found = RewriteInlines(inline);
        if (leaf is ParagraphBlock paragraph)
        {
            TaskLabel.Wrap(inline);
            if (FigureBlock.From(paragraph, captions) is { } figure)
            {
                container[index] = figure;
            }
        }

        return found;
    }

    // Marks links that show their own address, so that it is not printed twice; returns whether there may be placeholders.
    private static bool RewriteInlines(ContainerInline container)
    {
        var found = false;
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            found |= inline is HtmlInline
                || (inline is LinkInline link && (link.IsImage || !IsComplete(link.Url)))
                || (inline is ContainerInline inner && RewriteInlines(inner));
            if (inline is LinkInline { IsAutoLink: true } or AutolinkInline { IsEmail: false })
            {
                inline.GetAttributes().AddClass("bare-link");
            }
        }

        return found;
    }

    private static bool IsComplete(string? url) =>
        string.IsNullOrEmpty(url)
        || url[0] is '#'
        || url.Contains("://", StringComparison.Ordinal)
        || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
