using SiteGen.Pipeline.Rendering.Functions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Rendering;

/// <summary>Texts are broken into lines where their writing allows it.</summary>
public sealed class LineWrapperTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("  \n\t ", 10, "")]
    [InlineData("Rain", 10, "Rain")]
    [InlineData("Rain at last", 12, "Rain at last")]
    [InlineData("Rain at last", 11, "Rain at|last")]
    [InlineData("Rain\u00A0at last", 6, "Rain\u00A0a|t last")]
    [InlineData("  Rain\n\n at   last ", 30, "Rain at last")]
    [InlineData("a well-known tree", 8, "a well-|known|tree")]
    [InlineData("2026-06", 5, "2026-|06")]
    [InlineData("-06 and -7", 4, "-06|and|-7")]
    [InlineData("Donaudampfschifffahrt ab", 8, "Donaudam|pfschiff|fahrt ab")]
    [InlineData("ab Donaudampfschiff", 8, "ab|Donaudam|pfschiff")]
    [InlineData("夜行列車の旅", 6, "夜行列|車の旅")]
    [InlineData("夜行列車、の旅", 8, "夜行列|車、の旅")]
    [InlineData("「夜行」列車", 5, "「夜|行」|列車")]
    [InlineData("Zug夜行 列車", 6, "Zug夜|行 列|車")]
    [InlineData("안녕하세요 세계", 10, "안녕하세요|세계")]
    [InlineData("e\u0301e\u0301e\u0301 e\u0301", 3, "e\u0301e\u0301e\u0301|e\u0301")]
    [InlineData("👩‍👩‍👧 👍🏽", 2, "👩‍👩‍👧|👍🏽")]
    [InlineData("a\u0000b", 9, "a b")]
    public void Lines_end_where_the_writing_allows_it(string text, int columns, string expected) =>
        Assert.Equal(expected, string.Join('|', LineWrapper.Wrap(text, columns, 100)));

    [Theory]
    [InlineData("one two three four", 8, 2, "one two|three…")]
    [InlineData("one two three four", 9, 2, "one two|three…")]
    [InlineData("one two, three four", 8, 1, "one two…")]
    [InlineData("one two", 8, 1, "one two")]
    [InlineData("Donaudampfschifffahrt", 8, 1, "Donauda…")]
    [InlineData("夜行列車の旅", 6, 1, "夜行…")]
    [InlineData("ab", 1, 1, "a…")]
    public void The_last_line_says_that_there_is_more(string text, int columns, int lines, string expected) =>
        Assert.Equal(expected, string.Join('|', LineWrapper.Wrap(text, columns, lines)));

    [Fact]
    public void A_text_without_end_takes_no_longer_than_its_lines() =>
        Assert.Equal("aaaa…", Assert.Single(LineWrapper.Wrap(new string('a', 50_000_000), 5, 1)));

    [Fact]
    public void Nothing_is_lost_and_no_line_is_too_long_whatever_the_text_is() => Fuzz.Run(3000, random =>
    {
        string[] parts =
        [
            "a", "word", " ", "-", "夜", "、", "「", "é", "👩‍👩‍👧", "\uD83D", "\u0301", "\u200D", "안", "\u00A0", "…", "\u2068", "\r\n",
        ];
        var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => parts[random.Next(parts.Length)]));
        var columns = random.Next(2, 12);
        var lines = LineWrapper.Wrap(text, columns, 100);
        Assert.Equal(Letters(text), Letters(string.Concat(lines)));
        Assert.All(lines, line => Assert.NotEqual("", line.Trim(' ')));
        var most = random.Next(1, 4);
        Assert.InRange(LineWrapper.Wrap(text, columns, most).Count, 0, most);
    });

    private static string Letters(string text) =>
        string.Concat(text.Where(c => c == '\u00A0' || !(char.IsWhiteSpace(c) || char.IsControl(c))));
}
