using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SiteGen.Pipeline.Markdown.Figures;

/// <summary>Writes a figure with its caption and credit.</summary>
internal sealed class FigureRenderer : HtmlObjectRenderer<FigureBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FigureBlock figure)
    {
        var title = figure.Image.Title;
        // The caption already shows the title; a tooltip would repeat it.
        figure.Image.Title = figure.Caption is null ? title : null;
        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(figure).Write(">");
        renderer.Render(figure.Image);
        renderer.Write("<figcaption>");
        if (figure.Caption is { } caption)
        {
            renderer.WriteEscape(caption);
        }

        if (figure.Credit is { } line)
        {
            renderer.Write(figure.Caption is null ? "" : " <small class=\"credit\">");
            renderer.WriteChildren(line);
            renderer.Write(figure.Caption is null ? "" : "</small>");
        }

        renderer.WriteLine("</figcaption></figure>");
        figure.Image.Title = title;
    }
}
