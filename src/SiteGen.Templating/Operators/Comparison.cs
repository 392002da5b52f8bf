using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Operators;

/// <summary>Equality and order of values.</summary>
internal static class Comparison
{
    /// <summary>Whether a list, object or text is empty; null for null.</summary>
    public static bool? IsEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => null,
        ValueKind.Empty => true,
        ValueKind.List => value.Items.Count == 0,
        ValueKind.Object => ValueMembers.CountOf(value.Members) == 0,
        ValueKind.Text => value.IsUtf8 ? value.Utf8.IsEmpty : value.String.Length == 0,
        _ => false,
    };

    /// <summary>Whether two texts are the same.</summary>
    public static bool SameText(in Value left, in Value right) => left.IsUtf8 && right.IsUtf8
        ? left.Utf8.SequenceEqual(right.Utf8)
        : string.Equals(left.String, right.String, StringComparison.Ordinal);

    /// <summary>Equality as of <c>==</c>; false where that would be an error.</summary>
    public static bool AreEqual(RenderContext context, in Value left, in Value right)
    {
        var isOpen = left.IsText || right.IsText || left.Kind <= ValueKind.Bool || right.Kind <= ValueKind.Bool;
        if (!isOpen && left.Kind != right.Kind && !(left.IsNumber && right.IsNumber))
        {
            return false;
        }

        if (left.Kind == ValueKind.List != (right.Kind == ValueKind.List) && !left.IsText && !right.IsText)
        {
            return false;
        }

        return BinaryOperation.Apply(
            context, left, right, new OperatorSite(BinaryOperator.Equal, context.CallSpan, context.CallSpan)).IsTruthy;
    }

    /// <summary>Equality of values of the same kind: a text never equals a number, nor a number a boolean.</summary>
    public static bool AreSame(RenderContext context, in Value left, in Value right)
    {
        var alike = left.Kind == right.Kind || (left.IsNumber && right.IsNumber) || (left.IsNil && right.IsNil);
        return alike && AreEqual(context, left, right);
    }

    /// <summary>A hash code; equal values have equal ones.</summary>
    public static int HashOf(in Value value) => value.Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => 0,
        ValueKind.Text => string.GetHashCode(value.String, StringComparison.Ordinal),
        ValueKind.List => value.Items.Count,
        ValueKind.Bool or ValueKind.Date or ValueKind.Duration => value.Bits.GetHashCode(),
        ValueKind.Object or ValueKind.Function => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.Reference),
        _ => value.IsNumber ? Numbers.ToDouble(value).GetHashCode() : 1,
    };

    /// <summary>Evaluates a comparison operator on the result of an ordering.</summary>
    public static Value Judge(BinaryOperator operation, int order) => Value.From(operation switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    });

    /// <summary>Whether this is a comparison operator.</summary>
    public static bool Compares(BinaryOperator operation) => operation is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
}
