using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Tests.Localization;

/// <summary>How languages count and quote.</summary>
public sealed class LanguageTableTests
{
    // For each number 0, 1, 2, 3, 5, 11, 12, 21, 22, 100, 101, 1,000,000 the first letter of its kind.
    [Theory]
    [InlineData("en", "oO oooooo ooo o")]
    [InlineData("de-AT", "oO oooooo ooo o")]
    [InlineData("fr", "OO oooooo ooo m")]
    [InlineData("pt-BR", "OO oooooo ooo m")]
    [InlineData("pt-PT", "oO oooooo ooo m")]
    [InlineData("ja", "oo oooooo ooo o")]
    [InlineData("pl", "mO ffmmmm fmm m")]
    [InlineData("ru", "mO ffmmmO fmO m")]
    [InlineData("hr", "oO ffoooO foO o")]
    [InlineData("cs", "oO ffoooo ooo o")]
    [InlineData("ar", "zO tffmmm moo o")]
    [InlineData("cy", "zO tfoooo ooo o")]
    [InlineData("lv", "zO ooozzO ozO z")]
    [InlineData("lt", "oO fffooO foO o")]
    [InlineData("tlh", "oO oooooo ooo o")]
    public void A_language_tells_numbers_apart(string language, string expected)
    {
        var kinds = string.Concat(((long[])[0, 1, 2, 3, 5, 11, 12, 21, 22, 100, 101, 1_000_000])
            .Select(number => PluralRule.KindOf(language, number)).Select(kind => kind == "one" ? 'O' : kind[0]));
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), kinds);
        Assert.Equal(PluralRule.KindOf(language, 3), PluralRule.KindOf(language, -3));
    }

    [Theory]
    [InlineData("en", "“”‘’")]
    [InlineData("tlh", "“”‘’")]
    [InlineData("de", "„“‚‘")]
    [InlineData("de_CH", "«»‹›")]
    [InlineData("fr-CA", "«\u00A0\u00A0»“”")]
    [InlineData("es", "«»“”")]
    [InlineData("es-MX", "“”‘’")]
    [InlineData("nl", "“”‘’")]
    [InlineData("pt", "“”‘’")]
    [InlineData("PT-pt", "«»“”")]
    [InlineData("nb", "«»‘’")]
    [InlineData("sr-Latn", "„”’’")]
    [InlineData("zh", "“”‘’")]
    [InlineData("zh-Hant-HK", "「」『』")]
    [InlineData("zh-TW", "「」『』")]
    public void A_language_has_its_marks(string language, string expected)
    {
        var marks = QuoteMarks.ForLanguage(language);
        Assert.Equal(expected, marks.Open + marks.Close + marks.InnerOpen + marks.InnerClose);
    }
}
