using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A sign in front of an operand.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,
    Plus,

    /// <summary><c>@</c>: the function itself and not what it returns.</summary>
    Reference,
}

/// <summary>An operator with one operand.</summary>
internal sealed record UnaryExpression(TextSpan Span, UnaryOperator Operation, Expression Operand) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        Budget.CheckStack(context, Span);
        return Operation switch
        {
            UnaryOperator.Not => Value.From(!Operand.Evaluate(context).IsTruthy),
            UnaryOperator.Reference => Operand.Resolve(context),
            _ => Signed(context, Operand.Evaluate(context)),
        };
    }

    private Value Signed(RenderContext context, in Value value)
    {
        if (!value.IsNumber)
        {
            var sign = Operation == UnaryOperator.Negate ? "-" : "+";
            return context.Fail(TemplateMessages.BadOperand($"{sign}", TypeNames.For(value), context.CodeOf(Operand.Span)), Operand.Span);
        }

        if (Operation == UnaryOperator.Plus)
        {
            return value;
        }

        // A floating zero keeps its sign, so it is not subtracted from zero.
        var site = new OperatorSite(BinaryOperator.Multiply, Span, Operand.Span);
        return value.IsInteger
            ? Arithmetic.Apply(context, Value.From(0), value, site with { Operation = BinaryOperator.Subtract })
            : BinaryOperation.Apply(context, value, Value.From(-1), site);
    }
}
