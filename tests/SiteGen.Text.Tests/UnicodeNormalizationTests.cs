namespace SiteGen.Text.Tests;

/// <summary>Letters and marks, put together as Unicode's form C has them.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("e\u0302\u0301", "\u1EBF")]
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u03B1\u0313\u0301", "\u1F04")]
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00")]
    [InlineData("x\u0301", "x\u0301")]
    [InlineData("a\u0310\u0301", "a\u0310\u0301")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("\u0928\u093C", "\u0929")]
    [InlineData("\u0915\u093C", "\u0915\u093C")]
    [InlineData("日本語 and 👍", "日本語 and 👍")]
    [InlineData("", "")]
    public void A_letter_and_its_marks_become_one(string text, string expected)
    {
        Assert.Equal(expected, UnicodeNormalization.Compose(text));
        Assert.Equal(expected, UnicodeNormalization.Compose(expected));
    }

    [Fact]
    public void What_has_nothing_to_compose_is_the_same_text()
    {
        const string Text = "Grüße, plain";
        Assert.Same(Text, UnicodeNormalization.Compose(Text));
    }
}
