namespace SiteGen.Text.Tests;

public sealed class SuggestionTests
{
    private static readonly string[] s_known = ["title", "date", "tags", "description", "draft", "summary", "updated"];

    [Theory]
    [InlineData("dat", "date")]
    [InlineData("Dtae", "date")]
    [InlineData("titel", "title")]
    [InlineData("desciption", "description")]
    [InlineData("sumary", "summary")]
    [InlineData("tag", "tags")]
    [InlineData("weight", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_nearest_known_name_is_suggested_if_it_is_near(string written, string? expected) =>
        Assert.Equal(expected, Suggestion.For(written, s_known));

    [Fact]
    public void Of_two_equally_near_names_the_first_in_the_alphabet_is_taken_whatever_their_order()
    {
        Assert.Equal("cat", Suggestion.For("at", ["rat", "cat", "hat"]));
        Assert.Equal("cat", Suggestion.For("at", ["hat", "cat", "rat"]));
    }

    [Fact]
    public void A_long_text_is_no_misspelling() => Assert.Null(Suggestion.For(new string('a', 100_000), [new string('a', 99_999)]));
}
