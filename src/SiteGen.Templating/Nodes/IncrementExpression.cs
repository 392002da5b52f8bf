using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>x++</c>, <c>--x</c>: changes a variable by one.</summary>
internal sealed record IncrementExpression(TextSpan Span, Expression Target, int By, bool IsPrefix) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        var old = Target.Evaluate(context);
        if (!old.IsNumber)
        {
            context.Fail(TemplateMessages.IncrementOfNonNumber(context.CodeOf(Target.Span), TypeNames.For(old)), Target.Span);
        }

        var site = new OperatorSite(BinaryOperator.Add, Span, Target.Span);
        var changed = BinaryOperation.Apply(context, old, Value.From(By), site);
        Target.Assign(context, changed);
        return IsPrefix ? changed : old;
    }
}
