using System.Collections.Immutable;

namespace SiteGen.Pipeline.Localization;

/// <summary>Which text a language uses beside which number (Unicode CLDR, "Language Plural Rules", whole numbers).</summary>
internal static class PluralRule
{
    /// <summary>The kinds of numbers that a language may tell apart.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The kind of a number in a language.</summary>
    public static string KindOf(string language, long number)
    {
        var n = Math.Abs(number);
        return LanguageTag.PrimaryOf(language) switch
        {
            "ja" or "zh" or "ko" or "vi" or "th" or "id" or "ms" or "my" or "lo" => "other",
            "fr" or "pt" or "hy" or "hi" or "fa" or "bn" or "gu" or "kn" or "zu" => n == 1 || (n == 0 && language != "pt-PT") ? "one" : "other",
            "pl" => n == 1 ? "one" : IsFew(n) ? "few" : "many",
            "ru" or "uk" or "be" => n % 10 == 1 && n % 100 != 11 ? "one" : IsFew(n) ? "few" : "many",
            "sr" or "hr" or "bs" => n % 10 == 1 && n % 100 != 11 ? "one" : IsFew(n) ? "few" : "other",
            "cs" or "sk" => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other",
            "ar" => OfArabic(n),
            "he" => n == 1 ? "one" : n == 2 ? "two" : "other",
            _ => n == 1 ? "one" : "other",
        };
    }

    private static bool IsFew(long n) => n % 10 is >= 2 and <= 4 && n % 100 is (< 12 or > 14);

    private static string OfArabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };
}
