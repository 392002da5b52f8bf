using System.Collections.Immutable;

namespace SiteGen.Pipeline.Localization;

/// <summary>The plural categories of languages (Unicode CLDR, "Language Plural Rules", whole numbers).</summary>
internal static partial class PluralRule
{
    /// <summary>The plural categories that a language may have.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The plural category of a number in a language.</summary>
    public static string KindOf(string language, long number)
    {
        var n = Math.Abs(number);
        // A language missing from the table most likely follows the most common rule.
        return Find(language, n) ?? Find(LanguageTag.PrimaryOf(language), n) ?? (n == 1 ? "one" : "other");
    }
}
