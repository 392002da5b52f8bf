using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about translation files.</summary>
internal static class TranslationMessages
{
    /// <summary>A file that is not named for a language.</summary>
    public static DiagnosticMessage NotALanguage(string name) =>
        Unusable($"'{name}' is not a language", "name the file for the language of its words, like de.yml or pt-BR.yml");

    /// <summary>A file that is not a map.</summary>
    public static DiagnosticMessage Unreadable(string? reason, string? hint) => new(
        SiteRules.DataUnreadable,
        $"the words cannot be read: {reason ?? "they must be names and texts"}",
        hint ?? "write one 'name: text' a line");

    /// <summary>A list where a text is expected.</summary>
    public static DiagnosticMessage ListAsText(string name) =>
        Unusable($"'{name}' is a list", "write one text, or below it, indented, 'one: …' and 'other: …'");

    /// <summary>A name that no template uses.</summary>
    public static DiagnosticMessage UnknownName(string name) => new(SiteRules.UnknownWord, $"'{name}' is not a word of the theme", null);

    /// <summary>A key that is not a CLDR plural category.</summary>
    public static DiagnosticMessage UnknownPluralCategory(string name, string? near, IEnumerable<string> known) => Unusable(
        $"'{name}' is not a kind of number",
        near is null ? $"there are {string.Join(", ", known)}" : $"did you mean '{near}'?");

    /// <summary>Plural forms without the required one.</summary>
    public static DiagnosticMessage OtherMissing() => Unusable(
        "the text for 'other' numbers is missing",
        "add 'other: …', which serves every number that has no text of its own");

    private static DiagnosticMessage Unusable(string text, string hint) => new(SiteRules.UnusableWords, text, hint);
}
