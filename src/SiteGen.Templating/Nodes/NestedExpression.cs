using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>An expression in parentheses.</summary>
internal sealed record NestedExpression(TextSpan Span, Expression Inner) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        Budget.CheckStack(context, Span);
        var value = Inner.Evaluate(context);
        return value.Kind == ValueKind.Function ? context.CallBare(this, Callable.From(value)) : value;
    }

    public override Value Resolve(RenderContext context) => Inner.Evaluate(context);
}
