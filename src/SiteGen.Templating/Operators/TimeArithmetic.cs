using SiteGen.Templating.Dates;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Operators;

/// <summary>Operators between dates and durations.</summary>
internal static class TimeArithmetic
{
    public static Value Apply(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var operation = site.Operation;
        if (left.Kind == right.Kind && Comparison.Compares(operation))
        {
            return Comparison.Judge(operation, Ticks(left).CompareTo(Ticks(right)));
        }

        var isKnown = (left.Kind, operation, right.Kind) switch
        {
            (ValueKind.Date, BinaryOperator.Subtract, ValueKind.Date) => true,
            (_, BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Duration) => true,
            (ValueKind.Duration, BinaryOperator.Add, ValueKind.Date) => true,
            _ => false,
        };
        if (!isKnown)
        {
            return BinaryOperation.Fail(context, left, right, site);
        }

        var date = left.Kind == ValueKind.Date ? left : right;
        var isDate = left.Kind != right.Kind;
        var sum = isDate ? Sum(left.Bits, right.Bits, operation) : Sum(Ticks(left), Ticks(right), operation);
        if (!isDate)
        {
            return Value.From(new TimeSpan((long)Int128.Clamp(sum, long.MinValue, long.MaxValue)));
        }

        return DateTimeParts.AreInRange(sum, date.Offset)
            ? Value.OfDate(new DateTime((long)sum), date)
            : context.Fail(TemplateMessages.DateOutOfRange(), site.Span);
    }

    private static Int128 Sum(long a, long b, BinaryOperator operation) =>
        operation == BinaryOperator.Add ? (Int128)a + b : (Int128)a - b;

    private static long Ticks(in Value value) => value.Kind == ValueKind.Date ? value.UtcTicks : value.Bits;
}
