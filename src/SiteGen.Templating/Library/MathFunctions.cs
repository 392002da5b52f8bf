using System.Globalization;
using System.Numerics;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>math</c> functions.</summary>
internal static class MathFunctions
{
    public static void AddTo(FunctionList list)
    {
        var number = Parameter.Number("value");
        var any = Parameter.Any("value");
        var with = Parameter.Any("with");
        list.Add("math.abs", Abs, any);
        list.Add("math.ceil", static (_, a) => Value.From(Math.Ceiling(a[0].DoubleBits)), number);
        list.Add("math.floor", static (_, a) => Value.From(Math.Floor(a[0].DoubleBits)), number);
        list.Add("math.round", Round, number, Parameter.Integer("precision").Or(Value.From(0)));
        list.Add("math.plus", static (context, a) => Apply(context, BinaryOperator.Add, a), any, with);
        list.Add("math.minus", static (context, a) => Apply(context, BinaryOperator.Subtract, a), any, with);
        list.Add("math.times", static (context, a) => Apply(context, BinaryOperator.Multiply, a), any, with);
        list.Add("math.modulo", static (context, a) => Apply(context, BinaryOperator.Modulo, a), any, with);
        list.Add("math.divided_by", DividedBy, any, Parameter.Any("divisor"));
        list.Add("math.format", Format, any, Parameter.RequiredText("format"), Parameter.Text("culture").Optional());
        list.Add("math.is_number", static (_, a) => Value.From(a[0].IsNumber), any);
        list.Add("math.random", Random, Parameter.Integer("minValue"), Parameter.Integer("maxValue"));
        list.Add("math.uuid", static (context, _) => Value.From(Uuid(context.Random)));
    }

    /// <summary>Formats a number by a .NET pattern; an invalid pattern stops the render.</summary>
    public static Value FormatNumber(RenderContext context, in Value number, string format)
    {
        // A precision of millions would produce millions of digits.
        var isHuge = format.Length > 4 && char.IsAsciiLetter(format[0]) && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        if (isHuge || format.Length > 1000)
        {
            context.FailArgument(1, FunctionMessages.UnusableFormat(format));
        }

        var culture = CultureInfo.InvariantCulture;
        try
        {
            return Value.From(number.Kind switch
            {
                ValueKind.Int => ((int)number.Bits).ToString(format, culture),
                ValueKind.Long => number.Bits.ToString(format, culture),
                ValueKind.Big => number.BigValue.ToString(format, culture),
                ValueKind.Decimal => number.DecimalValue.ToString(format, culture),
                ValueKind.Float => ((float)number.DoubleBits).ToString(format, culture),
                _ => number.DoubleBits.ToString(format, culture),
            });
        }
        catch (FormatException)
        {
            return context.FailArgument(1, FunctionMessages.WrongFormat(format, "this number"));
        }
    }

    private static Value Apply(RenderContext context, BinaryOperator operation, ReadOnlySpan<Value> arguments) =>
        BinaryOperation.Apply(context, arguments[0], arguments[1], new OperatorSite(operation, context.CallSpan, context.CallSpan));

    private static Value Abs(RenderContext context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => Value.Nil,
        ValueKind.Bool => arguments[0],
        ValueKind.Int or ValueKind.Long => Value.From(BigInteger.Abs(arguments[0].Bits)),
        ValueKind.Big => Value.From(BigInteger.Abs(arguments[0].BigValue)),
        ValueKind.Decimal => Value.From(Math.Abs(arguments[0].DecimalValue)),
        ValueKind.Double => Value.From(Math.Abs(arguments[0].DoubleBits)),
        ValueKind.Float => Value.From((float)Math.Abs(arguments[0].DoubleBits)),
        _ => context.Fail(FunctionMessages.NotNumber("math.abs", TypeNames.For(arguments[0]))),
    };

    private static Value Round(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var digits = arguments[1].Bits;
        return digits is >= 0 and <= 15
            ? Value.From(Math.Round(arguments[0].DoubleBits, (int)digits, MidpointRounding.ToEven))
            : context.FailArgument(1, FunctionMessages.InvalidDigits());
    }

    private static Value DividedBy(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        foreach (ref readonly var operand in arguments)
        {
            if (!operand.IsNumber && !operand.IsNil && operand.Kind != ValueKind.Bool)
            {
                context.Fail(FunctionMessages.NotNumber("math.divided_by", TypeNames.For(operand)));
            }
        }

        if (!arguments[1].IsInteger)
        {
            var dividend = arguments[0].IsNumber ? Numbers.ToDouble(arguments[0]) : arguments[0].Bits;
            return Apply(context, BinaryOperator.Divide, [Value.From(dividend), arguments[1]]);
        }

        if (arguments[1].Bits == 0)
        {
            context.Fail(FunctionMessages.DividedByZero());
        }

        if (!arguments[0].IsInteger)
        {
            var quotient = arguments[0].IsNil ? Value.From(0d) : Apply(context, BinaryOperator.Divide, arguments);
            var floor = Math.Floor(Numbers.ToDouble(quotient));
            return Math.Abs(floor) < 9e18 ? Value.OfInteger((long)floor) : Value.From(floor);
        }

        var (a, b) = ((BigInteger)arguments[0].Bits, (BigInteger)arguments[1].Bits);
        var whole = BigInteger.DivRem(a, b, out var rest);
        return Value.From(!rest.IsZero && rest.Sign != b.Sign ? whole - 1 : whole);
    }

    private static Value Format(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return Value.From("");
        }

        return arguments[0].IsNumber
            ? FormatNumber(context, arguments[0], arguments[1].String)
            : context.Fail(FunctionMessages.NotNumber("math.format", $"'{context.TextOf(arguments[0])}'"));
    }

    private static Value Random(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (low, high) = (arguments[0].Bits, arguments[1].Bits);
        return low > high
            ? context.Fail(FunctionMessages.RandomOutOfOrder())
            : Value.OfInteger(context.Random.NextInt64(low, high));
    }

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
