using System.Text;

namespace SiteGen.Text.Tests;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\nb\r\n", 3)]
    [InlineData("a\rb\r", 3)]
    [InlineData("a\n\r\nb", 3)]
    [InlineData("\r\r\n\n", 4)]
    public void A_line_ends_at_LF_CRLF_or_a_lone_CR(string text, int count) => Assert.Equal(count, Of(text).Count);

    [Theory]
    [InlineData("ab\ncd", 0, 1, 1)]
    [InlineData("ab\ncd", 2, 1, 3)]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\ncd", 5, 2, 3)]
    [InlineData("ab\ncd", 99, 2, 3)]
    [InlineData("ab\ncd", -1, 1, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("äö\nx", 4, 1, 3)]
    [InlineData("äö\nx", 5, 2, 1)]
    [InlineData("😀x", 4, 1, 3)]
    public void An_offset_becomes_a_line_and_a_column_in_UTF_16(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), Of(text).PositionOf(offset));

    [Theory]
    [InlineData("ab\r\ncd\n", 1, "ab")]
    [InlineData("ab\r\ncd\n", 2, "cd")]
    [InlineData("ab\r\ncd\n", 3, "")]
    [InlineData("ab", 0, "")]
    [InlineData("ab", 2, "")]
    public void A_line_is_shown_without_its_break(string text, int line, string expected) =>
        Assert.Equal(expected, Of(text).LineText(line));

    [Fact]
    public void Places_and_offsets_are_each_other_s_inverse()
    {
        const string Text = "eins\r\nzwei €\n\nvier 😀 fünf\rsechs";
        var map = Of(Text);
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var offset = 0; offset <= bytes.Length; offset++)
        {
            // Only where a character starts; between CR and LF nothing starts.
            if (offset == bytes.Length || ((bytes[offset] & 0xC0) != 0x80 && bytes[offset] != '\n'))
            {
                Assert.Equal(offset, map.OffsetOf(map.PositionOf(offset)));
            }
        }
    }

    private static LineMap Of(string text) => LineMap.Create(Encoding.UTF8.GetBytes(text));
}
