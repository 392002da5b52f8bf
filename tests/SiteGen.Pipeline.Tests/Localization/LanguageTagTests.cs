using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Tests.Localization;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("EN_us", "en-US")]
    [InlineData("en_US.UTF-8", "en-US")]
    [InlineData("de_DE@euro", "de-DE")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("ca-ES-valencia", "ca-ES-valencia")]
    [InlineData("en-x-US", "en-x-us")]
    [InlineData(" fil ", "fil")]
    [InlineData("Deutsch", null)]
    [InlineData("english", null)]
    [InlineData("e", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("en-", null)]
    [InlineData("en--US", null)]
    [InlineData("dé", null)]
    [InlineData("d3", null)]
    [InlineData("en US", null)]
    public void A_tag_is_brought_into_its_usual_spelling(string written, string? expected) =>
        Assert.Equal(expected, LanguageTag.Normalize(written));

    [Theory]
    [InlineData("ar", true)]
    [InlineData("ar-EG", true)]
    [InlineData("he", true)]
    [InlineData("fa-IR", true)]
    [InlineData("az-Arab", true)]
    [InlineData("ar-Latn", false)]
    [InlineData("de", false)]
    [InlineData("zh-Hant", false)]
    public void Some_languages_are_written_from_right_to_left(string tag, bool expected) =>
        Assert.Equal(expected, LanguageTag.IsRightToLeft(tag));

    [Theory]
    [InlineData("de-AT", "Deutsch")]
    [InlineData("pt-BR", "Português (Brasil)")]
    [InlineData("pt", "Português")]
    [InlineData("zh-Hant-TW", "繁體中文")]
    [InlineData("tlh", "tlh")]
    public void A_language_calls_itself_by_its_own_name(string tag, string expected) => Assert.Equal(expected, LanguageTag.NameOf(tag));

    [Fact]
    public void A_tag_is_a_kind_of_what_its_first_parts_say()
    {
        Assert.Equal(["zh-Hant-TW", "zh-Hant", "zh"], LanguageTag.WithParents("zh-Hant-TW"));
        Assert.True(LanguageTag.IsCommon("pt-BR"));
        Assert.False(LanguageTag.IsCommon("js"));
    }
}
