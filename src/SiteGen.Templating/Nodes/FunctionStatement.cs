using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A named function: <c>func f … end</c>, <c>f(x) = …</c>.</summary>
internal sealed record FunctionStatement(TextSpan Span, Expression Target, FunctionDefinition Definition) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        Target.Assign(context, new UserFunction(Definition, context.Source, context.EscapesHtml, null).ToValue());
        return Flow.Next;
    }
}
