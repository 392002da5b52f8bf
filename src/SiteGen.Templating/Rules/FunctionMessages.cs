using SiteGen.Text;

namespace SiteGen.Templating.Rules;

/// <summary>The messages of built-in functions that cannot work with their arguments.</summary>
internal static class FunctionMessages
{
    public static DiagnosticMessage WrongType(string parameter, string function, string wanted, string type) =>
        Failed($"'{parameter}' of '{function}' is {wanted}, not {type}");

    public static DiagnosticMessage IncludeWithoutName() => Failed(
        "include takes the name of a template, and it is null or empty", "a name stands in quotes: include 'partials/card.html'");

    public static DiagnosticMessage FunctionAsJson() => Failed("a function cannot become JSON");

    public static DiagnosticMessage NullJson() => Failed("the text is not JSON: it is null");

    public static DiagnosticMessage JsonNumberTooLarge() => Failed("the text is not JSON: a number is too large");

    /// <summary>A text that is not JSON.</summary>
    /// <param name="line">The line of the mistake, counted from 0.</param>
    /// <param name="column">Its column in bytes, counted from 0.</param>
    public static DiagnosticMessage NotJson(long line, long column) => Failed(
        FormattableString.Invariant($"the text is not JSON: there is a mistake in line {line + 1}, column {column + 1}"));

    public static DiagnosticMessage TooManyItems(int limit) =>
        Failed(FormattableString.Invariant($"more items are walked than the limit of {limit}"));

    public static DiagnosticMessage NoOrder(string left, string right) =>
        Failed($"{left} and {right} have no order", "name a member to sort by");

    public static DiagnosticMessage PatternTooLong() => Failed("a pattern has at most 10000 characters");

    public static DiagnosticMessage InvalidPattern(string pattern, string reason) =>
        Failed($"'{pattern}' is not a regular expression: {reason}");

    public static DiagnosticMessage NullPattern() => Failed("the text or the pattern is null");

    public static DiagnosticMessage InvalidEscape(string text) => Failed($"'{text}' has an escape that is none");

    public static DiagnosticMessage InvalidReplacement(string text) => Failed(
        $"the replacement '{text}' names a group that cannot be", "write $1 for the first group, $$ for a dollar sign");

    public static DiagnosticMessage NotDate(string text, string? pattern) =>
        Failed($"'{text}' is not a date" + (pattern is null ? "" : $" of the form '{pattern}'"));

    public static DiagnosticMessage NullDate() => Failed("there is no date to add to: it is null");

    public static DiagnosticMessage DateOutOfRange() => Failed("the date is out of range");

    public static DiagnosticMessage UnreadableDateCode(char code) => Failed($"'%{code}' cannot be used to read a date");

    public static DiagnosticMessage DurationOutOfRange() => Failed("the duration is out of range");

    public static DiagnosticMessage NotDuration(string text) =>
        Failed($"'{text}' is not a duration", "write [days.]hours:minutes[:seconds]");

    public static DiagnosticMessage OutsideText() => Failed("the start or the count lies outside the text");

    public static DiagnosticMessage NegativeWidth(long width) =>
        Failed(FormattableString.Invariant($"a width cannot be negative: {width}"));

    public static DiagnosticMessage NotBase64() => Failed("the text is not base64");

    public static DiagnosticMessage NotComparison(string name) =>
        Failed($"'{name}' is not a way to compare texts", "use Ordinal or OrdinalIgnoreCase");

    public static DiagnosticMessage NotNumber(string function, string what) => Failed($"{function} takes a number, not {what}");

    public static DiagnosticMessage NotFormattable(string what) => Failed($"object.format takes a number or a date, not '{what}'");

    public static DiagnosticMessage UnusableFormat(string format) => Failed($"'{format}' is not a usable format");

    public static DiagnosticMessage WrongFormat(string format, string type) => Failed($"'{format}' is not a format for {type}");

    public static DiagnosticMessage DividedByZero() => Failed("math.divided_by zero");

    public static DiagnosticMessage InvalidDigits() => Failed("the number of digits is from 0 to 15");

    public static DiagnosticMessage RandomOutOfOrder() => Failed("math.random takes the smaller number first");

    private static DiagnosticMessage Failed(string text, string? hint = null) => new(TemplateRules.FunctionFailed, text, hint);
}
