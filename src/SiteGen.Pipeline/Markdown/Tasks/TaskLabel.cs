using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Tasks;

/// <summary>A task's check box and text in one label, so that assistive technology connects them.</summary>
internal sealed class TaskLabel : ContainerInline
{
    /// <summary>Wraps the content of a task; other content is left alone.</summary>
    public static void Wrap(ContainerInline inline)
    {
        if (inline.FirstChild is not TaskList)
        {
            return;
        }

        var label = new TaskLabel();
        while (inline.FirstChild is { } child)
        {
            child.Remove();
            label.AppendChild(child);
        }

        inline.AppendChild(label);
    }
}
