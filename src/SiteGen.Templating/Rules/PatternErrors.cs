using System.Text.RegularExpressions;

namespace SiteGen.Templating.Rules;

/// <summary>What is wrong with a regular expression, in words for authors.</summary>
internal static class PatternErrors
{
    /// <summary>The mistake, as the end of a sentence.</summary>
    public static string Describe(RegexParseException exception) => exception.Error switch
    {
        RegexParseError.InsufficientClosingParentheses => "a '(' is not closed",
        RegexParseError.InsufficientOpeningParentheses => "a ')' closes nothing",
        RegexParseError.UnterminatedBracket => "a '[' is not closed",
        RegexParseError.UnterminatedComment => "a comment is not closed",
        RegexParseError.UnescapedEndingBackslash => @"it ends with '\'",
        RegexParseError.QuantifierAfterNothing => "there is nothing before '*', '+', '?' or '{' to repeat",
        RegexParseError.NestedQuantifiersNotParenthesized => "a repetition follows another one; put the first in parentheses",
        RegexParseError.QuantifierOrCaptureGroupOutOfRange => "a number in it is too large",
        RegexParseError.ReversedQuantifierRange => "the first number in { } is larger than the second",
        RegexParseError.ReversedCharacterRange => "a range in [ ] goes backwards",
        RegexParseError.ShorthandClassInCharacterRange => @"a class such as \d cannot be the end of a range in [ ]",
        RegexParseError.ExclusionGroupNotLast => "what is taken out of [ ] must stand last in it",
        RegexParseError.UndefinedNumberedReference or RegexParseError.UndefinedNamedReference => "it refers to a group that is not there",
        RegexParseError.MalformedNamedReference => @"a \k needs the name of a group, as in \k<name>",
        RegexParseError.CaptureGroupNameInvalid or RegexParseError.CaptureGroupOfZero => "a group has a name that cannot be",
        RegexParseError.InvalidGroupingConstruct => "behind '(?' stands something that it does not know",
        RegexParseError.UnrecognizedEscape => @"a '\' stands before a letter that means nothing there",
        RegexParseError.UnrecognizedControlCharacter or RegexParseError.MissingControlCharacter => @"a \c needs a letter behind it",
        RegexParseError.InsufficientOrInvalidHexDigits => @"a \x or \u needs 2 or 4 hexadecimal digits",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape =>
            @"a \p needs the name of a class of characters, as in \p{L}",
        RegexParseError.AlternationHasTooManyConditions or RegexParseError.AlternationHasMalformedCondition
            or RegexParseError.AlternationHasMalformedReference or RegexParseError.AlternationHasUndefinedReference
            or RegexParseError.AlternationHasNamedCapture or RegexParseError.AlternationHasComment =>
            "a condition in '(?(' is not one",
        _ => "it has a mistake",
    };
}
