using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Where our engine differs from the package on purpose, and the package cannot be made to do the same.</summary>
/// <remarks>
/// Each is told by what one of them says or prints, never by what the template has, which would excuse all else in it. What the package
/// can be made to do is in <see cref="AdjustedContext"/>.
/// </remarks>
internal static class IntendedDifferences
{
    private enum Side
    {
        Package,
        Own,
    }

    /// <summary>Whose error says so, what it says, and why the other side may go on.</summary>
    private static readonly ImmutableArray<(Side Side, Regex Mark, string Reason)> s_all =
    [
        (Side.Package, Mark("no date|Input string was not in a correct"), "letters of a pattern are themselves, numbers may have one digit"),
        (Side.Package, Mark("Exceeding number of iteration limit"), "the items before a new one far behind the last are no iterations"),
        (Side.Package, Mark("must be a non-negative value"), "a negative length is none"),
        (Side.Package, Mark("must refer to a location within"), "a text ends where it ends, whatever is asked for"),
        (Side.Package, Mark("Shift amount"), "a number is shifted as far as it goes"),
        (Side.Package, Mark(@"The value `-?\d{19,}` is not a number"), "a large number is a number"),
        (Side.Package, Mark("Collection was modified"), "a list may be changed while a loop walks it"),
        (Side.Package, Mark("KeyValuePair"), "a pair of an object is an object"),
        (Side.Package, Mark("Object reference not set"), "nothing is made of null"),
        (Side.Package, Mark(@"'oldValue'"), "an empty match replaces nothing"),
        (Side.Package, Mark("Argument index must be <"), "a spread argument goes to any function"),
        (Side.Package, Mark("invariant culture|invariant mode"), "cultures do not depend on what the machine has of them"),

        (Side.Own, Mark("'(break|continue)' stands outside a loop"), "what a loop runs over is evaluated outside of it"),
        (Side.Own, Mark("more items are walked than the limit"), "what a regular expression finds counts as items"),
        (Side.Own, Mark("is not a way to compare texts"), "a way to compare texts has a name, not a number"),
        (Side.Own, Mark("a function cannot become JSON"), "a function has no form in JSON, not even in a list"),
        (Side.Own, Mark("has no parameter '"), "an unknown name of an argument is an error"),
        (Side.Own, Mark("'format' of '.*' is a text, not null"), "a format is wanted even for null"),
        (Side.Own, Mark("takes an object, and '.*' is (a list|empty)"), "a list has no members to work with, nor has empty"),
        (Side.Own, Mark("takes whole numbers, not a number"), "a range is of numbers of 64 bits"),
        (Side.Own, Mark("takes a number, not empty"), "nothing is computed with empty"),
        (Side.Own, Mark("'do' takes"), "a function gets as many arguments as it has parameters"),
        (Side.Own, Mark("an item of a (list|text) cannot be set here"), "an item before the first one cannot be set"),
    ];

    private static readonly Regex s_table = Mark(@"\{\w+: <function>, \w+: <function>, \w+: <function>");

    /// <summary>Why a case may differ; null when nothing is known that says so.</summary>
    public static string? ReasonFor(OracleCase item, OracleResult result)
    {
        foreach (var (side, mark, reason) in s_all)
        {
            var text = side == Side.Package ? result.Package : result.Own;
            if (text.StartsWith("error ", StringComparison.Ordinal) && mark.IsMatch(text))
            {
                return reason;
            }
        }

        return result.Package.Contains('\uFFFD', StringComparison.Ordinal) ? "no character is cut in half"
            : s_table.IsMatch(result.Package) ? "a table of functions has them in alphabetic order"
            : result.Package.Contains("IsPowerOfTwo", StringComparison.Ordinal) ? "a large number is a number in JSON"
            : item.Template.Contains("for.changed", StringComparison.Ordinal) && Untrue(result.Package) == Untrue(result.Own)
                ? "lists of the same items are the same"
            : null;
    }

    private static string Untrue(string text) => text.Replace("true", "false", StringComparison.Ordinal);

    private static Regex Mark(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
