using System.Globalization;
using System.Xml.Linq;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Rendering.Feeds;

public sealed class XmlWriterTests
{
    [Fact]
    public void What_is_written_is_XML_whatever_the_text()
    {
        for (var c = 0; c < 0x100; c++)
        {
            var output = new Utf8Buffer();
            var text = $"a{(char)c}b<c>&\"'";
            new XmlWriter(output)
                .Raw("<r>"u8)
                .Element("t isX=\"1\"", text)
                .Element("u", System.Text.Encoding.UTF8.GetBytes(text))
                .Raw("</r>"u8);
            var root = XDocument.Parse(output.ToString(), LoadOptions.PreserveWhitespace).Root;
            Assert.EndsWith("b<c>&\"'", root?.Element("t")?.Value, StringComparison.Ordinal);
            Assert.NotNull(root?.Element("u"));
            Assert.Equal(root.Element("t")?.Value, root.Element("u")?.Value);
        }
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uD83D")]
    public void Characters_beyond_XML_do_not_break_it(string text)
    {
        var output = new Utf8Buffer();
        new XmlWriter(output).Element("t", $"a{text}b").Element("u", System.Text.Encoding.UTF8.GetBytes($"a{text}b"));
        var root = XDocument.Parse($"<r>{output}</r>").Root;
        Assert.StartsWith("a", root?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-05T14:30:00+01:00", "Thu, 05 Mar 2026 14:30:00 +0100")]
    [InlineData("2026-12-31T23:59:59-05:00", "Thu, 31 Dec 2026 23:59:59 -0500")]
    [InlineData("2026-07-04T00:00:00Z", "Sat, 04 Jul 2026 00:00:00 +0000")]
    [InlineData("2026-07-04T00:00:00+05:45", "Sat, 04 Jul 2026 00:00:00 +0545")]
    public void A_date_is_written_as_RSS_wants_it(string date, string expected) =>
        Assert.Equal(expected, XmlWriter.Rfc822(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)));
}
