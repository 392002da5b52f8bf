using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>One of two values: <c>test ? a : b</c>.</summary>
internal sealed record ConditionalExpression(TextSpan Span, Expression Test, Expression Then, Expression Else) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        Budget.CheckStack(context, Span);
        return (Test.Evaluate(context).IsTruthy ? Then : Else).Evaluate(context);
    }
}
