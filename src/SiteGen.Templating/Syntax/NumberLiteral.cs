using System.Globalization;
using System.Numerics;
using System.Text;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Syntax;

/// <summary>Reads number literals.</summary>
internal static class NumberLiteral
{
    // More digits than any number that is allowed to arise.
    private const int MostDigits = 19_000;

    /// <summary>The offset behind a number that starts with a digit.</summary>
    public static int EndOf(ReadOnlySpan<byte> bytes, int start)
    {
        if (bytes[start] == '0' && start + 1 < bytes.Length && bytes[start + 1] is (byte)'x' or (byte)'b')
        {
            return TextScanDigits(bytes, start + 2, IsHexDigit) is var end && end < bytes.Length && bytes[end] == 'u' ? end + 1 : end;
        }

        var at = TextScanDigits(bytes, start, IsDigit);
        if (at + 1 < bytes.Length && bytes[at] == '.' && IsDigit(bytes[at + 1]))
        {
            at = TextScanDigits(bytes, at + 1, IsDigit);
        }

        at = ExponentEnd(bytes, at);
        var isSuffix = at < bytes.Length && (bytes[at] | 0x20) is 'f' or 'd' or 'm';
        return isSuffix && TextScan.WordEnd(bytes, at) == at + 1 && (at + 1 >= bytes.Length || !IsDigit(bytes[at + 1])) ? at + 1 : at;
    }

    /// <summary>Reads a number; false when it is malformed or far too large.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out Value value)
    {
        if (bytes.Length > 1 && bytes[1] is (byte)'x' or (byte)'b')
        {
            return TryRadix(bytes[2..], bytes[1] == 'x' ? 4 : 1, out value);
        }

        value = default;
        if (bytes.Length > MostDigits)
        {
            return false;
        }

        Span<char> chars = bytes.Length <= 64 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        var length = 0;
        foreach (var c in bytes)
        {
            if (c != '_')
            {
                chars[length++] = (char)c;
            }
        }

        return TryDecimal(chars[..length], out value);
    }

    private static bool TryDecimal(ReadOnlySpan<char> text, out Value value)
    {
        var culture = CultureInfo.InvariantCulture;
        var suffix = char.ToLowerInvariant(text[^1]);
        var body = char.IsAsciiLetter(suffix) ? text[..^1] : text;
        value = default;
        switch (suffix)
        {
            case 'm':
                var isDecimal = decimal.TryParse(body, NumberStyles.Float, culture, out var exact);
                value = Value.From(exact);
                return isDecimal;
            case 'f':
                var isFloat = float.TryParse(body, NumberStyles.Float, culture, out var single);
                value = Value.From(single);
                return isFloat;
            case 'd':
                break;
            default:
                if (text.IndexOfAny('.', '-') < 0)
                {
                    return TryWhole(text, out value);
                }

                break;
        }

        var isDouble = double.TryParse(body, NumberStyles.Float, culture, out var real);
        value = Value.From(real);
        return isDouble;
    }

    private static bool TryWhole(ReadOnlySpan<char> text, out Value value)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            value = Value.OfInteger(small);
            return true;
        }

        value = default;
        var at = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (at >= 0 && (!int.TryParse(text[(at + 1)..], CultureInfo.InvariantCulture, out exponent) || exponent > MostDigits - at))
        {
            return false;
        }

        var digits = BigInteger.Parse(at < 0 ? text : text[..at], NumberStyles.None, CultureInfo.InvariantCulture);
        value = Value.From(digits * BigInteger.Pow(10, exponent));
        return true;
    }

    private static bool TryRadix(ReadOnlySpan<byte> digits, int bitsEach, out Value value)
    {
        value = default;
        var isUnsigned = digits.Length > 0 && digits[^1] == 'u';
        digits = isUnsigned ? digits[..^1] : digits;
        var number = BigInteger.Zero;
        var count = 0;
        if (digits.Length > MostDigits / 4)
        {
            return false;
        }

        foreach (var c in digits)
        {
            if (c == '_')
            {
                continue;
            }

            var digit = Convert.ToInt32(Encoding.ASCII.GetString([c]), 16);
            number = (number << bitsEach) + digit;
            count++;
            if (digit >= 1 << bitsEach)
            {
                return false;
            }
        }

        value = Value.From(isUnsigned ? number : Signed(number));
        return count > 0;
    }

    private static BigInteger Signed(BigInteger number) =>
        number <= uint.MaxValue ? (int)(uint)number : number <= ulong.MaxValue ? (long)(ulong)number : number;

    private static int ExponentEnd(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length || (bytes[at] | 0x20) != 'e')
        {
            return at;
        }

        var digits = at + 1 < bytes.Length && bytes[at + 1] is (byte)'+' or (byte)'-' ? at + 2 : at + 1;
        return digits < bytes.Length && IsDigit(bytes[digits]) ? TextScanDigits(bytes, digits, IsDigit) : at;
    }

    private static int TextScanDigits(ReadOnlySpan<byte> bytes, int at, Func<byte, bool> isDigit)
    {
        while (at < bytes.Length && (isDigit(bytes[at]) || bytes[at] == '_'))
        {
            at++;
        }

        return at;
    }

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    private static bool IsHexDigit(byte c) => char.IsAsciiHexDigit((char)c);
}
