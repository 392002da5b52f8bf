using System.Collections;
using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Tests.Terminal;

/// <summary>The picture of a QR code: the modules are the package's, the drawing is ours.</summary>
public sealed class QrPictureTests
{
    private const string Text = "http://192.0.2.17:4000/blog/";

    [Theory]
    [InlineData("a")]
    [InlineData(Text)]
    [InlineData("http://[2001:db8:1234:5678:9abc:def0:1234:5678]:65535/a/long/path/of/a/blog/in/a/folder/of/a/host/")]
    public void Every_module_is_half_a_character(string text)
    {
        var modules = QrPicture.ModulesOf(text);
        var lines = QrPicture.Draw(text, hasColours: false).TrimEnd('\n').Split('\n');
        Assert.Equal((modules.Length + 1) / 2, lines.Length);
        for (var row = 0; row < modules.Length; row++)
        {
            Assert.Equal(modules[row].Cast<bool>(), lines[row / 2].Select(c => c == '\u2588' || c == (row % 2 == 0 ? '\u2580' : '\u2584')));
        }
    }

    // ISO/IEC 18004 §6.3.3 and §6.3.8: a pattern in three of the corners, and four light modules on every side.
    [Fact]
    public void It_has_its_corners_and_a_quiet_zone()
    {
        var modules = QrPicture.ModulesOf(Text);
        var size = modules.Length;
        Assert.Equal(0, (size - 8 - 17) % 4);
        Assert.All(modules, row => Assert.Equal(size, row.Count));
        Assert.All(Enumerable.Range(0, size), i => Assert.All(
            [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1], edge => Assert.False(modules[i][edge] || modules[edge][i])));
        foreach (var (top, left) in new[] { (4, 4), (4, size - 11), (size - 11, 4) })
        {
            Assert.Equal("1111111 1000001 1011101 1011101 1011101 1000001 1111111", Square(modules, top, left));
        }
    }

    [Fact]
    public void It_is_black_on_white_whatever_the_colours_of_the_terminal_are() => Assert.All(
        QrPicture.Draw(Text, hasColours: true).TrimEnd('\n').Split('\n'),
        line => Assert.Matches("^\x1b\\[30;107m[ \u2580\u2584\u2588]+\x1b\\[0m$", line));

    private static string Square(BitArray[] modules, int top, int left) => string.Join(' ', Enumerable.Range(top, 7).Select(
        row => string.Concat(Enumerable.Range(left, 7).Select(column => modules[row][column] ? '1' : '0'))));
}
