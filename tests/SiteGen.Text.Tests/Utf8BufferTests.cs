using System.Globalization;

namespace SiteGen.Text.Tests;

public sealed class Utf8BufferTests
{
    [Fact]
    public void It_holds_what_was_written_in_order()
    {
        var buffer = new Utf8Buffer();
        buffer.Write("ä€");
        buffer.Write("x"u8);
        buffer.Write((byte)'!');
        buffer.Write(long.MinValue);
        buffer.Write((string?)null);
        buffer.Write("😀".AsSpan());
        Assert.Equal("ä€x!-9223372036854775808😀", buffer.ToString());
    }

    [Fact]
    public void It_grows_as_needed()
    {
        var buffer = new Utf8Buffer();
        for (var i = 0; i < 10_000; i++)
        {
            buffer.Write(i);
        }

        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture))), buffer.ToString());
        buffer.Clear();
        Assert.Equal(0, buffer.Length);
    }

    [Fact]
    public void It_can_go_back_to_a_length_reached_before()
    {
        var buffer = new Utf8Buffer();
        buffer.Write("abc");
        buffer.Truncate(1);
        Assert.Equal("a", buffer.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(2));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        var buffer = new Utf8Buffer();
        buffer.Write("a\uD83Db");
        Assert.Equal("a\uFFFDb", buffer.ToString());
    }

    [Fact]
    public void Other_writers_can_use_its_room()
    {
        var buffer = new Utf8Buffer();
        var room = buffer.GetSpan(5000);
        Assert.True(room.Length >= 5000);
        room[0] = (byte)'a';
        buffer.Advance(1);
        Assert.Equal("a"u8.ToArray(), buffer.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(1_000_000));
    }
}
