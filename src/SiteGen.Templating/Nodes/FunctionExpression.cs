using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>An anonymous function: <c>do(x) … end</c>.</summary>
internal sealed record FunctionExpression(TextSpan Span, FunctionDefinition Definition) : Expression(Span)
{
    public override Value Evaluate(RenderContext context) =>
        new UserFunction(Definition, context.Source, context.EscapesHtml, context.Variables.Scope).ToValue();
}
