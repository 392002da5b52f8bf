using SiteGen.Pipeline.Markdown;

namespace SiteGen.Pipeline.Tests.Markdown;

public sealed class ListMarksTests
{
    // '_' is the non-breaking space.
    [Theory]
    [InlineData("1. a\n2._b\n3. c", "1. a\n2. b\n3. c")]
    [InlineData("1. a\n\n1)_b_c", "1. a\n\n1) b_c")]
    [InlineData("- a\n  -_b\n\t*_c\r\n", "- a\n  - b\n\t* c\r\n")]
    [InlineData("1._a\n2._b", "1._a\n2. b")]
    [InlineData("Text\n1._Mai", "Text\n1._Mai")]
    [InlineData("- a\n1._Mai", "- a\n1._Mai")]
    [InlineData("- a\n\nText\n-_b", "- a\n\nText\n-_b")]
    [InlineData("- a\n```\n- a\n-_b\n```", "- a\n```\n- a\n-_b\n```")]
    [InlineData("- a\n1234567890._b\n-_", "- a\n1234567890._b\n-_")]
    [InlineData("- a\n-", "- a\n-")]
    public void A_mark_after_an_item_is_one_whatever_blank_follows(string markdown, string expected) =>
        Assert.Equal(expected, ListMarks.WithBlanks(markdown.Replace('_', '\u00A0')).Replace('\u00A0', '_'));
}
