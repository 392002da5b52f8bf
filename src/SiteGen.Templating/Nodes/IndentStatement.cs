using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Sets the indent of further lines: at a <c>{{</c> what stands before it on its line, at a <c>}}</c> that of the block.</summary>
/// <param name="Span">The braces.</param>
/// <param name="Indent">The new indent; null for that of the block.</param>
internal sealed record IndentStatement(TextSpan Span, byte[]? Indent) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Output.ChangeIndent(Indent);
        return Flow.Next;
    }
}
