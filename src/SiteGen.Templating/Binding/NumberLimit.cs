using System.Globalization;
using System.Text.RegularExpressions;
using Scriban.Parsing;

namespace SiteGen.Templating.Binding;

/// <summary>Finds numbers that would take the parser of the package minutes, or all memory, to write out.</summary>
internal static partial class NumberLimit
{
    // More digits than any number that is allowed to arise.
    private const int MostDigits = 19_000;

    /// <summary>The first whole number of the code that has too many digits; null in nearly every template.</summary>
    public static Token? FindTooLarge(string text, LexerOptions options)
    {
        // The lexer is asked only when there is such a number in the text or the code.
        if (!Suspicious().IsMatch(text))
        {
            return null;
        }

        foreach (var token in new Lexer(text, null, options))
        {
            if (token.Type is TokenType.Integer or TokenType.HexaInteger or TokenType.BinaryInteger
                && Digits(token.GetText(text) ?? "") > MostDigits)
            {
                return token;
            }
        }

        return null;
    }

    private static long Digits(string number)
    {
        var at = number.StartsWith("0x", StringComparison.Ordinal) ? -1 : number.IndexOfAny(['e', 'E']);
        if (at < 0)
        {
            return number.Length;
        }

        var exponent = number.AsSpan(at + 1).TrimStart('+');
        return at + (long.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? Math.Clamp(count, 0, int.MaxValue)
            : int.MaxValue);
    }

    [GeneratedRegex(@"[0-9_][eE]\+?[0-9_]{4}|[0-9a-fA-F_]{9000}", RegexOptions.CultureInvariant)]
    private static partial Regex Suspicious();
}
