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

    [Theory]
    [InlineData("titel", "title", true)]
    [InlineData("tite", "title", true)]
    [InlineData("ttitle", "title", true)]
    [InlineData("titles", "title", true)]
    [InlineData("tible", "title", true)]
    [InlineData("TITEL", "title", true)]
    [InlineData("Title", "title", true)]
    [InlineData("title", "title", false)]
    [InlineData("", "t", true)]
    [InlineData("", "", false)]
    [InlineData("", "ti", false)]
    [InlineData("a", "b", true)]
    [InlineData("ab", "ba", true)]
    [InlineData("ab", "cd", false)]
    [InlineData("subtitle", "title", false)]
    [InlineData("weights", "height", false)]
    [InlineData("tilte", "title", true)]
    [InlineData("tliet", "title", false)]
    [InlineData("eltit", "title", false)]
    public void A_slip_is_one_edit(string written, string known, bool expected)
    {
        Assert.Equal(expected, Suggestion.IsOneSlip(written, known));
        Assert.Equal(expected, Suggestion.IsOneSlip(known, written));
    }

    [Fact]
    public void What_is_one_slip_away_is_suggested_too()
    {
        const int Seed = 20_261_124;
        var random = new Random(Seed);
        string Name() => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "abA"[random.Next(3)]));
        var slips = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var (written, known) = (Name(), Name());
            if (Suggestion.IsOneSlip(written, known))
            {
                slips++;
                Assert.True(Suggestion.For(written, [known]) == known, $"seed {Seed}: {written}, {known}");
            }
        }

        Assert.InRange(slips, 1_000, 19_000);
    }

    [Fact]
    public void A_long_text_is_no_misspelling() => Assert.Null(Suggestion.For(new string('a', 100_000), [new string('a', 99_999)]));
}
