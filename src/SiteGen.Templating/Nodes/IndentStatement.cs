using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Where the indent of further lines starts, at an indented <c>{{</c>, or ends.</summary>
internal sealed record IndentStatement(TextSpan Span, byte[] Indent) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Output.SetIndent(Indent);
        return Flow.Next;
    }
}
