using System.Text;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class PictureCaptionTests
{
    [Theory]
    [InlineData("<p><img src=a></p>\n<p>Picture credit: <a href=x>NASA</a></p>", "<p>Text.</p>")]
    [InlineData("<p><img src=a>\nPhoto by Ann Example</p>", "<p>Text.</p>")]
    [InlineData("<p><img src=a></p><p><em>Photo courtesy of <a href=x>Ann</a>.</em></p>", "<p>Text.</p>")]
    [InlineData("<figure><img src=a><figcaption>The sea. Calm.</figcaption></figure><p><small>Ann, 2024.</small></p>", "<p>Text.</p>")]
    [InlineData("<p><a href=b><picture><source srcset=c><img src=a></picture></a></p><p>写真 アン</p>", "<p>Text.</p>")]
    [InlineData("", "<p><img src=a></p><p>We went to the sea.</p><p>Text.</p>")]
    [InlineData("", "<p><img src=a></p><p>海へ行った。</p><p>Text.</p>")]
    [InlineData("", "<p><img src=a></p><p>What we saw:</p><ul><li>sand</li></ul>")]
    [InlineData("", "<p><img src=a></p><h2>Sea</h2><p>Ann</p><p>Text.</p>")]
    [InlineData("", "<p><img src=a></p><p>a b c d e f g h i j k l m n o p</p><p>Text.</p>")]
    [InlineData("", "<p>Hello Ann</p><p><img src=a></p><p>Text.</p>")]
    [InlineData("", "<p><img src=a> <em>Sea</em> and sand.</p>")]
    [InlineData("", "<p>Ann")]
    public void A_short_line_below_the_first_picture_is_its_caption(string caption, string text)
    {
        var html = Encoding.UTF8.GetBytes(caption + text);
        Assert.Equal(text, Encoding.UTF8.GetString(html.AsSpan(PictureCaption.EndAtStart(html, hasCover: false))));
    }

    [Fact]
    public void The_picture_may_be_the_cover()
    {
        var html = "<p>Picture credit: NASA</p><p>Text.</p>"u8;
        Assert.Equal("<p>Text.</p>"u8, html[PictureCaption.EndAtStart(html, hasCover: true)..]);
        Assert.Equal(0, PictureCaption.EndAtStart(html, hasCover: false));
    }
}
