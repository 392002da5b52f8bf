using System.Text;
using SiteGen.Pipeline.Rendering.Feeds;

namespace SiteGen.Pipeline.Tests.Rendering.Feeds;

public sealed class AbsoluteAddressesTests
{
    [Theory]
    [InlineData("<a href=\"/x/\">", "<a href=\"https://example.org/x/\">")]
    [InlineData("<a href=\"x.html#y\">", "<a href=\"https://example.org/blog/a/x.html#y\">")]
    [InlineData("<a href=\"../b/\">", "<a href=\"https://example.org/blog/b/\">")]
    [InlineData("<a href=\"#note\">", "<a href=\"https://example.org/blog/a/#note\">")]
    [InlineData("<a href=\"?q=1&amp;r=2\">", "<a href=\"https://example.org/blog/a/?q=1&amp;r=2\">")]
    [InlineData("<a href='//cdn.example/x'>", "<a href='https://cdn.example/x'>")]
    [InlineData("<img src=pic.png>", "<img src=https://example.org/blog/a/pic.png>")]
    [InlineData(
        "<img srcset=\"a.png 1x, /b.png 2x\">",
        "<img srcset=\"https://example.org/blog/a/a.png 1x, https://example.org/b.png 2x\">")]
    [InlineData(
        "<img srcset=\"a.png, b.png 640w\">",
        "<img srcset=\"https://example.org/blog/a/a.png, https://example.org/blog/a/b.png 640w\">")]
    [InlineData("<a href=\"https://other.example/x\">", "<a href=\"https://other.example/x\">")]
    [InlineData("<a href=\"mailto:a@example.org\">", "<a href=\"mailto:a@example.org\">")]
    [InlineData("<a href=\"data:,x\">", "<a href=\"data:,x\">")]
    [InlineData("<a href=\"tel:+49 1\">", "<a href=\"tel:+49 1\">")]
    [InlineData("<a href>x</a>", "<a href>x</a>")]
    [InlineData("<p title=\"/x/\">/x/</p>", "<p title=\"/x/\">/x/</p>")]
    [InlineData("<!-- <a href=\"/x/\"> -->", "<!-- <a href=\"/x/\"> -->")]
    public void Every_address_becomes_complete(string html, string expected) =>
        Assert.Equal(
            expected,
            Encoding.UTF8.GetString(AbsoluteUrlRewriter.In(Encoding.UTF8.GetBytes(html), new Uri("https://example.org/blog/a/")).Span));
}
