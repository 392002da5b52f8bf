using System.Globalization;
using System.Text.RegularExpressions;
using Scriban.Parsing;

namespace SiteGen.Templating.Binding;

/// <summary>Finds numbers that the package's parser would take minutes, or all memory, to compute.</summary>
internal static partial class NumberLimit
{
    // More digits than a computed number may have.
    private const int MostDigits = 19_000;

    /// <summary>The first whole number of the code that has too many digits; null in nearly every template.</summary>
    public static Token? FindTooLarge(string text, LexerOptions options)
    {
        // Tokens are read only if the text or the code contains such a number.
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
