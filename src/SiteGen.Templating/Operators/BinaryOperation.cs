using System.Diagnostics.CodeAnalysis;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Operators;

/// <summary>Applies binary operators to values of any kind.</summary>
internal static class BinaryOperation
{
    /// <summary>Applies an operator to two evaluated operands; short-circuit operators are handled by the chain.</summary>
    public static Value Apply(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return Arithmetic.Apply(context, left, right, site);
        }

        if (left.Kind == ValueKind.Empty || right.Kind == ValueKind.Empty)
        {
            return WithEmpty(context, left, right, site);
        }

        if (left.IsText && right.IsText && site.Operation == BinaryOperator.Equal)
        {
            return Value.From(Comparison.SameText(left, right));
        }

        if (site.Operation >= BinaryOperator.Range && !left.IsNil && !right.IsNil)
        {
            return Arithmetic.Range(context, left, right, site);
        }

        return ApplyMixed(context, left, right, site);
    }

    [DoesNotReturn]
    public static Value Fail(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var sign = BinaryOperatorText.Of(site.Operation);
        return context.Fail(TemplateMessages.BadOperands(sign, TypeNames.For(left), TypeNames.For(right)), site.Span);
    }

    private static Value ApplyMixed(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        if (left.IsNil || right.IsNil)
        {
            return WithNull(context, left, right, site);
        }

        if (left.Kind == ValueKind.Bool != (right.Kind == ValueKind.Bool) && !left.IsText && !right.IsText)
        {
            return WithBool(context, left, right, site);
        }

        var isShift = site.Operation is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight;
        if (isShift && (left.Kind == ValueKind.List || right.Kind == ValueKind.List))
        {
            return ListOperations.Apply(context, left, right, site);
        }

        if (left.IsText || right.IsText)
        {
            return TextOperations.Apply(context, left, right, site);
        }

        return (left.Kind, right.Kind) switch
        {
            (ValueKind.List, _) or (_, ValueKind.List) => ListOperations.Apply(context, left, right, site),
            (ValueKind.Bool, ValueKind.Bool) => Identity(context, left, right, site, left.Bits == right.Bits),
            (ValueKind.Date or ValueKind.Duration, ValueKind.Date or ValueKind.Duration) =>
                TimeArithmetic.Apply(context, left, right, site),
            _ when left.IsNumber || right.IsNumber => Fail(context, left, right, site),
            _ => Identity(context, left, right, site, left.Kind == right.Kind && ReferenceEquals(left.Reference, right.Reference)),
        };
    }

    private static Value Identity(
        RenderContext context, in Value left, in Value right, in OperatorSite site, bool same) => site.Operation switch
        {
            BinaryOperator.Equal => Value.From(same),
            BinaryOperator.NotEqual => Value.From(!same),
            _ => Fail(context, left, right, site),
        };

    private static Value WithNull(RenderContext context, in Value left, in Value right, in OperatorSite site) => site.Operation switch
    {
        BinaryOperator.Equal => Value.From(left.IsNil && right.IsNil),
        BinaryOperator.NotEqual => Value.From(left.IsNil != right.IsNil),
        _ when left.IsText || right.IsText => TextOperations.Apply(context, left, right, site),
        < BinaryOperator.Add => Value.From(false),
        _ => Value.Nil,
    };

    // With a number, a boolean is 0 or 1; with any other value, it is compared with the truth of that value.
    private static Value WithBool(RenderContext context, in Value left, in Value right, in OperatorSite site) =>
        (left.Kind, right.Kind) switch
        {
            (ValueKind.Bool, _) when right.IsNumber => Arithmetic.Apply(context, Value.OfInteger(left.Bits), right, site),
            (_, ValueKind.Bool) when left.IsNumber => Arithmetic.Apply(context, left, Value.OfInteger(right.Bits), site),
            (ValueKind.List, _) or (_, ValueKind.List) => ListOperations.Apply(context, left, right, site),
            _ => Identity(context, left, right, site, left.IsTruthy == right.IsTruthy),
        };

    private static Value WithEmpty(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var same = left.Kind == right.Kind || Comparison.IsEmpty(left.Kind == ValueKind.Empty ? right : left) == true;
        return site.Operation == BinaryOperator.Add && (left.IsText || right.IsText)
            ? TextOperations.Apply(context, left, right, site)
            : Identity(context, left, right, site, same);
    }
}
