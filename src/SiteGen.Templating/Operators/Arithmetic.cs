using System.Numerics;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Operators;

/// <summary>Operators between numbers.</summary>
/// <remarks>Operands are promoted to decimal, double, single or integer, in this order of precedence; integers grow as needed.</remarks>
internal static class Arithmetic
{
    public static Value Apply(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        if (left.IsInteger && right.IsInteger)
        {
            return OnLongs(context, left, right, site);
        }

        if (site.Operation >= BinaryOperator.Range)
        {
            return Range(context, left, right, site);
        }

        if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal)
        {
            return OnDecimals(context, left, right, site);
        }

        if (left.Kind is ValueKind.Float or ValueKind.Double || right.Kind is ValueKind.Float or ValueKind.Double)
        {
            return left.Kind != ValueKind.Double && right.Kind != ValueKind.Double
                ? OnSingles(context, left, right, site)
                : OnDoubles(context, left, right, site);
        }

        return OnBigs(context, Numbers.ToBig(left), Numbers.ToBig(right), site);
    }

    /// <summary>The range of integers from one operand to the other.</summary>
    public static Value Range(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        if (!IsWhole(left) || !IsWhole(right) || left.Kind == ValueKind.Bool && right.Kind == ValueKind.Bool)
        {
            var sign = BinaryOperatorText.Of(site.Operation);
            return context.Fail(TemplateMessages.NotWhole(sign, TypeNames.For(IsWhole(left) ? right : left)), site.Span);
        }

        var (start, end) = (left.Bits, right.Bits);
        var count = UInt128.One + (UInt128)(start <= end ? (Int128)end - start : (Int128)start - end);
        count -= site.Operation == BinaryOperator.RangeExclusive ? 1u : 0u;
        var limit = context.Options.LoopLimit;
        if (count > (limit > 0 ? (uint)limit : int.MaxValue))
        {
            var most = limit > 0 ? limit : int.MaxValue;
            return context.Fail(TemplateMessages.RangeTooLong($"{count}", most), site.Span);
        }

        return Value.From(new RangeItems(start, (int)count, start <= end ? 1 : -1));
    }

    private static bool IsWhole(in Value value) => value.IsInteger || value.Kind == ValueKind.Bool;

    private static Value OnLongs(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var (a, b) = (left.Bits, right.Bits);
        switch (site.Operation)
        {
            case BinaryOperator.Add:
                var sum = unchecked(a + b);
                return ((a ^ sum) & (b ^ sum)) < 0 ? Value.From((BigInteger)a + b) : Value.OfInteger(sum);
            case BinaryOperator.Subtract:
                var difference = unchecked(a - b);
                return ((a ^ b) & (a ^ difference)) < 0 ? Value.From((BigInteger)a - b) : Value.OfInteger(difference);
            case BinaryOperator.Multiply:
                var high = Math.BigMul(a, b, out var low);
                return high == low >> 63 ? Value.OfInteger(low) : Value.From((BigInteger)a * b);
            case BinaryOperator.Divide:
                return Value.From(a / (double)b);
            case BinaryOperator.FloorDivide or BinaryOperator.Modulo when b == 0:
                return FailZero(context, site);
            case BinaryOperator.FloorDivide:
                return b == -1 ? Value.From(-(BigInteger)a) : Value.OfInteger(a / b);
            case BinaryOperator.Modulo:
                return b == -1 ? Value.From(0) : Value.OfInteger(a % b);
            case BinaryOperator.Range or BinaryOperator.RangeExclusive:
                return Range(context, left, right, site);
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight:
                return OnBigs(context, a, b, site);
            default:
                return Comparison.Judge(site.Operation, a.CompareTo(b));
        }
    }

    // A result in double precision, rounded to single precision, is the result in single precision.
    private static Value OnSingles(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var (a, b) = ((float)Numbers.ToDouble(left), (float)Numbers.ToDouble(right));
        if (site.Operation == BinaryOperator.FloorDivide)
        {
            return Value.From(MathF.Truncate(a / b) + 0f);
        }

        var result = OnDoubles(context, Value.From((double)a), Value.From((double)b), site);
        return result.Kind == ValueKind.Double ? Value.From((float)result.DoubleBits) : result;
    }

    private static Value OnDoubles(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var (a, b) = (Numbers.ToDouble(left), Numbers.ToDouble(right));
        return site.Operation switch
        {
            BinaryOperator.Add => Value.From(a + b),
            BinaryOperator.Subtract => Value.From(a - b),
            BinaryOperator.Multiply => Value.From(a * b),
            BinaryOperator.Divide => Value.From(a / b),
            BinaryOperator.FloorDivide => Value.From(Math.Round(a / b, MidpointRounding.ToEven)),
            BinaryOperator.Modulo => Value.From(a % b),
            BinaryOperator.Equal => Value.From(a == b),
            BinaryOperator.NotEqual => Value.From(a != b),
            BinaryOperator.Less => Value.From(a < b),
            BinaryOperator.LessOrEqual => Value.From(a <= b),
            BinaryOperator.Greater => Value.From(a > b),
            BinaryOperator.GreaterOrEqual => Value.From(a >= b),
            _ => BinaryOperation.Fail(context, left, right, site),
        };
    }

    private static Value OnDecimals(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        if (!Numbers.TryDecimal(left, out var a) || !Numbers.TryDecimal(right, out var b))
        {
            return FailSize(context, site);
        }

        if (b == 0 && site.Operation is BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo && b == 0)
        {
            return FailZero(context, site);
        }

        try
        {
            return site.Operation switch
            {
                BinaryOperator.Add => Value.From(a + b),
                BinaryOperator.Subtract => Value.From(a - b),
                BinaryOperator.Multiply => Value.From(a * b),
                BinaryOperator.Divide => Value.From(a / b),
                BinaryOperator.FloorDivide => Value.From(Math.Round(a / b)),
                BinaryOperator.Modulo => Value.From(a % b),
                BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => BinaryOperation.Fail(context, left, right, site),
                _ => Comparison.Judge(site.Operation, a.CompareTo(b)),
            };
        }
        catch (OverflowException)
        {
            return FailSize(context, site);
        }
    }

    private static Value OnBigs(RenderContext context, BigInteger a, BigInteger b, in OperatorSite site)
    {
        context.Budget.Spend(context, (a.GetBitLength() + b.GetBitLength()) >> 5);
        switch (site.Operation)
        {
            case BinaryOperator.Add:
                return Checked(context, a + b, site);
            case BinaryOperator.Subtract:
                return Checked(context, a - b, site);
            case BinaryOperator.Multiply when a.GetBitLength() + b.GetBitLength() <= Numbers.BitLimit:
                return Value.From(a * b);
            case BinaryOperator.Divide:
                return Value.From((double)a / (double)b);
            case BinaryOperator.FloorDivide or BinaryOperator.Modulo when b.IsZero:
                return FailZero(context, site);
            case BinaryOperator.FloorDivide:
                return Value.From(BigInteger.Divide(a, b));
            case BinaryOperator.Modulo:
                return Value.From(BigInteger.Remainder(a, b));
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight:
                return Shift(context, a, site.Operation == BinaryOperator.ShiftLeft ? b : -b, site);
            case BinaryOperator.Multiply:
                return FailSize(context, site);
            default:
                return Comparison.Judge(site.Operation, a.CompareTo(b));
        }
    }

    private static Value Shift(RenderContext context, BigInteger number, BigInteger by, in OperatorSite site) =>
        by < -Numbers.BitLimit ? Value.From(number.Sign < 0 ? -1 : 0)
        : by > Numbers.BitLimit ? FailSize(context, site)
        : Checked(context, number << (int)by, site);

    private static Value Checked(RenderContext context, BigInteger number, in OperatorSite site) =>
        number.GetBitLength() > Numbers.BitLimit ? FailSize(context, site) : Value.From(number);

    private static Value FailZero(RenderContext context, in OperatorSite site) =>
        context.Fail(TemplateMessages.ByZero(BinaryOperatorText.Of(site.Operation)), site.Span);

    private static Value FailSize(RenderContext context, in OperatorSite site) =>
        context.Fail(TemplateMessages.ResultTooLarge(BinaryOperatorText.Of(site.Operation)), site.Span);
}
