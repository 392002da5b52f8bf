using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Figures;

/// <summary>An image alone in its paragraph, with a caption from its title or from an emphasised line below.</summary>
internal sealed class FigureBlock(LinkInline image, EmphasisInline? credit) : LeafBlock(null)
{
    /// <summary>The image.</summary>
    public LinkInline Image { get; } = image;

    /// <summary>The line below the image; null when there is none.</summary>
    public EmphasisInline? Credit { get; } = credit;

    /// <summary>The figure that replaces a paragraph; null when the paragraph is not a captioned image.</summary>
    public static FigureBlock? From(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not LinkInline { IsImage: true } image)
        {
            return null;
        }

        var line = image.NextSibling is LineBreakInline ? image.NextSibling.NextSibling as EmphasisInline : null;
        var isAlone = line is null ? image.NextSibling is null : line.NextSibling is null;
        return isAlone && (line is not null || !string.IsNullOrEmpty(image.Title)) ? new FigureBlock(image, line) : null;
    }
}
