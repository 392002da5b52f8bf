using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Where our engine differs from the package on purpose.</summary>
internal static class IntendedDifferences
{
    private enum Where
    {
        Template,
        Package,
        Own,
    }

    /// <summary>What marks such a difference, in the template or in what came out of it, and why it is one.</summary>
    private static readonly ImmutableArray<(Where Where, Regex Mark, string Reason)> s_all =
    [
        (Where.Template, Mark(@"date\.(utc_)?now"), "the clock is an option"),
        (Where.Template, Mark(@"math\.(random|uuid)"), "every build has the same random values"),
        (Where.Template, Mark(@"html\.raw|date\.long"), "functions that only we have"),
        (
            Where.Template,
            Mark(@"date\.(format|default_format)|timespan\.zero"),
            "the pattern of dates and no time are functions, which can be called"),
        (Where.Template, Mark(@"\?\?|\?!"), "the right side of ?? is evaluated only when it is needed"),
        (Where.Template, Mark(@"\{[^{}]*(\+\+|--|this)"), "an object literal is not the object that its values assign to"),
        (Where.Template, Mark(@"(empty|blank)(\?\.|\.)empty\?|(timespan|date).*empty\?"), "empty is empty, and a duration or a date is not"),
        (Where.Template, Mark(@"object\.(keys|values)"), "a list or a text has no keys, not even 'size'"),
        (Where.Template, Mark("truncatewords"), "an ellipsis stands only for words that are left out"),
        (Where.Template, Mark(@"(empty|blank).*to_json|to_json.*(empty|blank)"), "empty is null in JSON"),
        (
            Where.Template,
            Mark(@"array\..*(md5|sha\d|base64|url_e)|(md5|sha\d|base64|url_e).*array\."),
            "a character of a text in a list is in quotes, and so is its hash"),
        (Where.Template, Mark(@"array\.(any|filter)"), "a character is a text, and so it is true"),
        (Where.Template, Mark(@"[-+*/%]= .*(\+\+|--)"), "the left side of += is read before its right side changes it"),
        (Where.Template, Mark(@"math\.divided_by"), "a boolean divides as it does with /"),
        (Where.Template, Mark(@"\| @"), "a function behind @ in a pipe is called"),
        (Where.Template, Mark(@"object\.eval"), "evaluated code gives its last value and prints nothing"),
        (Where.Template, Mark(@"\b[pq]: "), "an argument beside a named one goes to the next parameter"),
        (Where.Template, Mark(@"array\.sort"), "characters of a text are sorted as texts are"),
        (Where.Template, Mark(@"array\.map"), "an object is no list of pairs"),
        (Where.Template, Mark(@"include.*(\+\+|--)"), "an argument of an include is evaluated once"),
        (Where.Template, Mark(@"include_join"), "a template sees as $ its name, not the arguments of include_join"),

        (
            Where.Package,
            Mark(@"Scriban\.|True|False|\d\d/\d\d/\d{4} \d\d:\d\d:\d\d"),
            "a value in a text is written as it is everywhere else"),
        (Where.Package, Mark(@"\+00:00"), "a date written without an offset has none"),
        (Where.Package, Mark("for internal iteration"), "the items before a new one that is far behind the last are work, not iterations"),
        (Where.Package, Mark("must be a non-negative value"), "a negative length is none"),
        (Where.Package, Mark(@"parameters `\d` for `date`"), "date reads a pattern as date.parse does"),
        (Where.Package, Mark(@"Unsupported types `[^`]*/TimeSpan` \+"), "a duration and a date are added either way round"),
        (Where.Package, Mark("must refer to a location within the string"), "a text ends where it ends, however much is asked for"),
        (Where.Package, Mark("Shift amount"), "a number is shifted as far as it goes"),
        (Where.Package, Mark("Expecting an array for the"), "lists of different kinds of items differ"),
        (Where.Package, Mark("IsPowerOfTwo"), "a large number is a number in JSON"),
        (Where.Package, Mark("System.Char"), "a character is a text"),
        (Where.Package, Mark("Collection was modified"), "a list may be changed while a loop walks it"),
        (Where.Package, Mark("Object reference not set"), "nothing is made of null"),
        (Where.Package, Mark("(?i)string_?builder_?output"), "what was captured is a text"),
        (Where.Package, Mark(@"'oldValue'"), "an empty match replaces nothing"),
        (Where.Package, Mark("Argument index must be <"), "a spread argument goes to any function"),
        (Where.Package, Mark("Index was outside the bounds of the array"), "a character beyond the end is null, as an item is"),
        (Where.Package, Mark(@"convert type `(long|bigint|double|decimal|float)` to (int|`)"), "no number is too large to be one"),
        (
            Where.Package,
            Mark(@"Operator `(<<|>>)` is not supported on string"),
            "a text is put before or behind a list as anything else is"),
        (Where.Package, Mark("invariant culture|invariant mode"), "cultures do not depend on what the machine has of them"),
        (Where.Package, Mark("01 Jan 0001|0001"), "a text that is no date is an error, not the year 1"),
        (Where.Package, Mark("(?i)do; |func [a-z]"), "a function is written as <function>, not as its source"),

        (Where.Own, Mark("(?i)(<|%3c)function"), "a function is written as <function>, not as nothing"),
        (Where.Own, Mark("'function' of '.*' is a function, such as"), "a function is wanted even where it would not be called"),
        (Where.Own, Mark("is expected, not ':'"), "a named argument without a function is a mistake"),
        (Where.Own, Mark("cannot be used to read a date"), "a pattern that is not known is an error"),
        (Where.Own, Mark("' is not a date"), "a text that is no date is an error, not the year 1"),
        (Where.Own, Mark("has no parameter '"), "an unknown name of an argument is an error"),
        (Where.Own, Mark("'format' of '.*' is a text, not null"), "a format is wanted even for null"),
        (Where.Own, Mark("SG3005"), "what cannot be assigned is reported when the template is parsed"),
        (Where.Own, Mark("takes an object, and '.*' is (a list|empty)"), "a list has no members to work with, nor has empty"),
        (Where.Own, Mark("'list[12]?' of 'array.* is a list, not"), "what is no list is no list of one or of pairs"),
        (Where.Own, Mark("'names' of 'include_join' is a list"), "an object is no list of templates"),
        (
            Where.Own,
            Mark("'.*' does not apply to (a list and an object|an object and a list|empty|.* and empty)"),
            "an object is no list of pairs"),
        (Where.Own, Mark("'//' does not apply to a list and a number"), "a list is not divided without a word"),
        (Where.Own, Mark("takes whole numbers, not a number"), "a range is of numbers of 64 bits"),
        (Where.Own, Mark("math.abs takes a number, not a text"), "a character is a text"),
        (Where.Own, Mark("'do' takes"), "a function gets as many arguments as it has parameters"),
        (Where.Own, Mark("'(<<|>>)' does not apply to a number and a number"), "only whole numbers are shifted"),
        (Where.Own, Mark("an item of a list cannot be set here"), "an item before the first one cannot be set"),
    ];

    /// <summary>Why a case may differ; null when nothing is known that says so.</summary>
    public static string? ReasonFor(OracleCase item, OracleResult result)
    {
        foreach (var (where, mark, reason) in s_all)
        {
            var text = where switch
            {
                Where.Template => item.Template,
                Where.Package => result.Package,
                _ => result.Own,
            };
            if (mark.IsMatch(text))
            {
                return reason;
            }
        }

        if (Without(result.Package, "\\\"") == Without(result.Own, "\\\""))
        {
            return "a character of a text is a text, in quotes when it is printed in a list";
        }

        var isCapture = item.Template.Contains("capture", StringComparison.Ordinal);
        return isCapture && Without(result.Package, " ") == Without(result.Own, " ")
            ? "a line that starts in a capture starts no line outside"
            : null;
    }

    private static string Without(string text, string characters) =>
        string.Concat(text.Where(c => !characters.Contains(c, StringComparison.Ordinal)));

    private static Regex Mark(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
