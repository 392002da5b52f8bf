using System.Text;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class WordStartsTests
{
    [Fact]
    public void Sixteen_bytes_at_a_time_count_as_one_by_one_do()
    {
        var random = new Random(1);
        const string Bytes = "abzAZ09  \t\n.,;:!~'\"(){}-_\0\u007f";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Bytes[random.Next(Bytes.Length)]));
            AssertCounted(text, 0, text.Length, inWord: false);
            AssertCounted(text, 0, text.Length, inWord: true);
        }
    }

    [Theory]
    [InlineData("one two &amp; three", 8)]
    [InlineData("one two three four five é six", 24)]
    [InlineData("&", 0)]
    [InlineData("sixteen letters.é", 16)]
    public void Counting_ends_before_a_reference_and_before_what_is_not_ASCII(string text, int end) =>
        AssertCounted(text, 0, end, false);

    [Fact]
    public void What_is_after_the_end_is_not_counted()
    {
        var text = string.Concat(Enumerable.Repeat("a b ", 20));
        for (var at = 0; at < 40; at++)
        {
            for (var end = at; end <= 40; end++)
            {
                AssertCounted(text, at, end, at % 2 == 0);
            }
        }
    }

    private static void AssertCounted(string text, int at, int end, bool inWord)
    {
        var (expected, expectedIn) = (0, inWord);
        foreach (var c in text[at..end])
        {
            expected += char.IsAsciiLetterOrDigit(c) && !expectedIn ? 1 : 0;
            expectedIn = char.IsAsciiLetterOrDigit(c) || (expectedIn && c is >= '!' and <= '~');
        }

        // Up to the end, or where the text has no more that can be counted.
        var bytes = Encoding.UTF8.GetBytes(text);
        var limit = Ascii.IsValid(text) && !text.Contains('&', StringComparison.Ordinal) ? end : bytes.Length;
        Assert.Equal((expected, end, expectedIn), (WordStarts.Count(bytes, ref at, limit, ref inWord), at, inWord));
    }
}
