using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Sets the indent of the following lines.</summary>
/// <remarks>It is the blanks before a <c>{{</c> on its line; after a <c>}}</c>, the indent of the block.</remarks>
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
