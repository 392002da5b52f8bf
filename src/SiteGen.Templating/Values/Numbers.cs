using System.Globalization;
using System.Numerics;

namespace SiteGen.Templating.Values;

/// <summary>Conversions between the kinds of numbers.</summary>
internal static class Numbers
{
    /// <summary>The largest size of an integer, about 20,000 digits: more is a mistake or an attack.</summary>
    public const int BitLimit = 65_536;

    public static double ToDouble(in Value number) => number.Kind switch
    {
        ValueKind.Int or ValueKind.Long => number.Bits,
        ValueKind.Float or ValueKind.Double => number.DoubleBits,
        ValueKind.Decimal => (double)number.DecimalValue,
        ValueKind.Big => (double)number.BigValue,
        _ => 0,
    };

    public static BigInteger ToBig(in Value number) => number.Kind == ValueKind.Big ? number.BigValue : number.Bits;

    /// <summary>Converts a number to a decimal; false if it is too large or not a number.</summary>
    public static bool TryDecimal(in Value number, out decimal result)
    {
        result = 0;
        switch (number.Kind)
        {
            case ValueKind.Decimal:
                result = number.DecimalValue;
                return true;
            case ValueKind.Int or ValueKind.Long:
                result = number.Bits;
                return true;
            case ValueKind.Big:
                var isSmall = BigInteger.Abs(number.BigValue) <= (BigInteger)decimal.MaxValue;
                result = isSmall ? (decimal)number.BigValue : 0;
                return isSmall;
            default:
                var real = ToDouble(number);
                var fits = Math.Abs(real) < 7.9e28;
                result = fits ? (decimal)real : 0;
                return fits;
        }
    }

    /// <summary>Converts a number, or text with one, to an integer, rounding half to even.</summary>
    public static bool TryInteger(in Value value, out long result)
    {
        result = value.Bits;
        switch (value.Kind)
        {
            case ValueKind.Int or ValueKind.Long or ValueKind.Bool:
                return true;
            case ValueKind.Nil or ValueKind.Missing:
                result = 0;
                return true;
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal:
                var rounded = Math.Round(ToDouble(value), MidpointRounding.ToEven);
                result = Math.Abs(rounded) < 9.2e18 ? (long)rounded : 0;
                return Math.Abs(rounded) < 9.2e18;
            case ValueKind.Text:
                return long.TryParse(value.String, NumberStyles.Integer, CultureInfo.InvariantCulture, out result);
            default:
                return false;
        }
    }
}
