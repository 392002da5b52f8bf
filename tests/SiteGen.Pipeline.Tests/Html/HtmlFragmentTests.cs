using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class HtmlFragmentTests
{
    [Theory]
    [InlineData("<a href=\"b.md\">", "posts/b.md")]
    [InlineData("<a href=\"./b.md#part\">", "posts/b.md|#part")]
    [InlineData("<a href=\"b.md#x?y:z\">", "posts/b.md|#x?y:z")]
    [InlineData("<a href=\"b.md?a:b\">", "posts/b.md|?a:b")]
    [InlineData("<a href=\"../pages/c.md?x=1#y\">", "pages/c.md|?x=1#y")]
    [InlineData("<a href=\"sub/d\">", "posts/sub/d")]
    [InlineData("<a href='b%20c.md'>", "posts/b c.md")]
    [InlineData("<a href=b&amp;c.md>", "posts/b&c.md")]
    [InlineData("<img src=\"pic.png\">", "posts/pic.png")]
    [InlineData("<video poster=\"p.jpg\" src=\"v.mp4\">", "posts/p.jpg posts/v.mp4")]
    [InlineData("<blockquote cite=\"b.md\"><object data=\"o.svg\">", "posts/b.md posts/o.svg")]
    [InlineData("<a HREF=\"b.md\">", "posts/b.md")]
    [InlineData("<a href=\"../../up.md\">", "")]
    [InlineData("<a href=\"#here\">", "")]
    [InlineData("<a href=\"?q\">", "")]
    [InlineData("<a href=\"\">", "")]
    [InlineData("<a href>", "")]
    [InlineData("<a href=\"https://example.org/b.md\">", "")]
    [InlineData("<a href=\"mailto:a@example.org\">", "")]
    [InlineData("<a href=\"//example.org/b.md\">", "")]
    [InlineData("<a href=\"/rooted/\">", "")]
    [InlineData("<a href=\"{{ url }}\">", "posts/{{ url }}")]
    [InlineData("<a href=\"{{ site.url }}/x/#y\">", "/x/|#y")]
    [InlineData("<a href=\"%7B%7B%20site.baseurl%20%7D%7D/x/\">", "/x/")]
    [InlineData("<a title=\"b.md\" class=\"b.md\">", "")]
    [InlineData("<!-- <a href=\"b.md\"> -->", "")]
    [InlineData("<script src=\"s.js\"> '<a href=\"b.md\">' </script>", "posts/s.js")]
    [InlineData("</a href=\"b.md\">", "")]
    [InlineData("text b.md", "")]
    public void Relative_addresses_are_holes(string html, string expected) => Assert.Equal(expected, Placeholders(html, "/"));

    [Theory]
    [InlineData("<a href=\"/rooted/\">", "/rooted/")]
    [InlineData("<a href=\"//example.org/\">", "")]
    [InlineData("<a href=\"b.md\">", "posts/b.md")]
    public void Under_a_sub_path_addresses_from_the_root_are_holes_too(string html, string expected) =>
        Assert.Equal(expected, Placeholders(html, "/blog/"));

    [Fact]
    public void What_an_img_lacks_is_known_where_it_is_read()
    {
        var holes = HtmlFragment.Parse(
            "<img src='a.png' width=1><img loading=lazy decoding=sync src=../../b.png><img src=http://c/>"u8.ToArray(),
            "posts",
            "/").Placeholders.OfType<ImagePlaceholder>().ToArray();
        Assert.Equal(
            [
                ImageAttributes.Loading | ImageAttributes.Decoding | ImageAttributes.Priority,
                ImageAttributes.Size | ImageAttributes.Priority,
                ImageAttributes.Size | ImageAttributes.Loading | ImageAttributes.Decoding | ImageAttributes.Priority
            ],
            holes.Select(hole => hole.Missing));
        Assert.Equal([(10, 5), (61, 11), (91, 0)], holes.Select(hole => hole.Source));
        Assert.Equal(["posts/a.png", null, null], holes.Select(hole => hole.Link?.Target));
        Assert.Equal(
            [new MediaAddress("a.png", "posts/a.png"), new MediaAddress("../../b.png", null), null],
            holes.Select(hole => hole.Image));
    }

    [Fact]
    public void Holes_are_filled_in_order_and_the_rest_is_copied()
    {
        var fragment = HtmlFragment.Parse(
            Encoding.UTF8.GetBytes("<p>ä <a href=\"b.md#x\">b</a> <a href='c.md'>c</a> <img src=d.png></p>"), "posts", "/");
        var output = new Utf8Buffer();
        fragment.Write(output, (hole, written, output) =>
        {
            Assert.Equal(hole.Length, written.Length);
            var isFilled = hole is LinkPlaceholder { Target: not "posts/c.md" } or ImagePlaceholder;
            output.Write(isFilled ? $"[{((hole as ImagePlaceholder)?.Link ?? hole as LinkPlaceholder)?.Target}]" : null);
            return isFilled;
        });
        Assert.Equal("<p>ä <a href=\"[posts/b.md]\">b</a> <a href='c.md'>c</a> [posts/d.png]</p>", output.ToString());
    }

    [Fact]
    public void Markdown_without_relative_addresses_is_not_searched()
    {
        Assert.False(new MarkdownConverter().Convert(
            "[a](https://example.org/) <https://example.org/> [b](#c) text", takeHeading: false)?.MayHavePlaceholders);
        Assert.True(new MarkdownConverter().Convert("![a](https://example.org/b.png)", takeHeading: false)?.MayHavePlaceholders);
        Assert.True(new MarkdownConverter().Convert("- > [a](b.md)", takeHeading: false)?.MayHavePlaceholders);
        Assert.True(new MarkdownConverter().Convert("a <img src=b.png> c", takeHeading: false)?.MayHavePlaceholders);
        Assert.True(new MarkdownConverter().Convert("![a](b.png \"figure\")", takeHeading: false)?.MayHavePlaceholders);
        Assert.True(new MarkdownConverter().Convert("| a |\n|---|\n| [b](c.md) |", takeHeading: false)?.MayHavePlaceholders);
        Assert.True(new MarkdownConverter().Convert("a[^1]\n\n[^1]: [b](c.md)", takeHeading: false)?.MayHavePlaceholders);
    }

    private static string Placeholders(string html, string basePath) =>
        string.Join(' ', HtmlFragment.Parse(Encoding.UTF8.GetBytes(html), "posts", basePath).Placeholders
            .Select(hole => hole as LinkPlaceholder ?? (hole as ImagePlaceholder)?.Link)
            .OfType<LinkPlaceholder>()
            .Select(hole => hole.Suffix.Length == 0 ? hole.Target : $"{hole.Target}|{hole.Suffix}"));
}
