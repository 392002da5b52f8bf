using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SiteGen.Pipeline.Markdown.Tasks;

/// <summary>Writes the label of a task.</summary>
internal sealed class TaskLabelRenderer : HtmlObjectRenderer<TaskLabel>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, TaskLabel label)
    {
        renderer.Write("<label>");
        renderer.WriteChildren(label);
        renderer.Write("</label>");
    }
}
