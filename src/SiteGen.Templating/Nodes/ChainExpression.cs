using System.Collections.Immutable;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>One operator of a chain and what stands right of it.</summary>
internal readonly record struct ChainStep(BinaryOperator Operation, TextSpan OperatorSpan, Expression Right);

/// <summary>Operators applied from left to right: <c>a + b - c</c>.</summary>
/// <remarks>A chain and not a tree, so that thousands of operators need no deeper stack than one.</remarks>
internal sealed record ChainExpression(TextSpan Span, Expression First, ImmutableArray<ChainStep> Steps) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        Budget.CheckStack(context, Span);
        var value = First.Evaluate(context);
        foreach (ref readonly var step in Steps.AsSpan())
        {
            value = Apply(context, value, step);
        }

        return value;
    }

    private static Value Apply(RenderContext context, in Value left, in ChainStep step)
    {
        switch (step.Operation)
        {
            case BinaryOperator.And:
                return Value.From(left.IsTruthy && step.Right.Evaluate(context).IsTruthy);
            case BinaryOperator.Or:
                return Value.From(left.IsTruthy || step.Right.Evaluate(context).IsTruthy);
            case BinaryOperator.Coalesce:
                return left.IsNil ? step.Right.Evaluate(context) : left;
            case BinaryOperator.NotCoalesce:
                return left.IsNil ? left : step.Right.Evaluate(context);
            default:
                var site = new OperatorSite(step.Operation, step.OperatorSpan, step.Right.Span);
                return BinaryOperation.Apply(context, left, step.Right.Evaluate(context), site);
        }
    }
}
