using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Markdown.Figures;

/// <summary>An image alone in its paragraph, with a caption from its title or from an emphasised line below.</summary>
internal sealed class FigureBlock(LinkInline image, string? caption, EmphasisInline? credit) : LeafBlock(null)
{
    /// <summary>The image.</summary>
    public LinkInline Image { get; } = image;

    /// <summary>The title of the image, which is its caption; null when it is none.</summary>
    public string? Caption { get; } = caption;

    /// <summary>The line below the image; null when there is none.</summary>
    public EmphasisInline? Credit { get; } = credit;

    /// <summary>The figure that replaces a paragraph; null when the paragraph is not a captioned image.</summary>
    public static FigureBlock? From(ParagraphBlock paragraph, CaptionStyle style)
    {
        if (style == CaptionStyle.Off || paragraph.Inline?.FirstChild is not LinkInline { IsImage: true } image)
        {
            return null;
        }

        var line = image.NextSibling is LineBreakInline ? image.NextSibling.NextSibling as EmphasisInline : null;
        var isAlone = line is null ? image.NextSibling is null : line.NextSibling is null;
        var caption = style == CaptionStyle.Title && CaptionText.IsIn(image) ? image.Title : null;
        if (!isAlone || (line is null && caption is null))
        {
            return null;
        }

        var figure = new FigureBlock(image, caption, line);
        if (paragraph.TryGetAttributes() is { } attributes)
        {
            figure.SetAttributes(attributes);
        }

        return figure;
    }
}
