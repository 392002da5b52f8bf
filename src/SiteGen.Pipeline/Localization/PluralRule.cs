using System.Collections.Immutable;

namespace SiteGen.Pipeline.Localization;

/// <summary>Which text a language uses beside which number (Unicode CLDR, "Language Plural Rules", whole numbers).</summary>
internal static partial class PluralRule
{
    /// <summary>The kinds of numbers that a language may tell apart.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The kind of a number in a language.</summary>
    public static string KindOf(string language, long number)
    {
        var n = Math.Abs(number);
        // A language that the table does not have most likely counts as most do.
        return Find(language, n) ?? Find(LanguageTag.PrimaryOf(language), n) ?? (n == 1 ? "one" : "other");
    }
}
