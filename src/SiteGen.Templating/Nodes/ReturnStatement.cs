using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>ret value</c>: leaves the function, include or page.</summary>
internal sealed record ReturnStatement(TextSpan Span, Expression? Value) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Returned = Value?.Evaluate(context) ?? Values.Value.Nil;
        return Flow.Return;
    }
}
