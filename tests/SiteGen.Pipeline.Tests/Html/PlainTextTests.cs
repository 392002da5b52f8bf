using System.Text;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("<p></p>", 0)]
    [InlineData("<p>one two</p>", 2)]
    [InlineData("<p>one</p><p>two</p>", 2)]
    [InlineData("<p>o<b>n</b>e</p>", 1)]
    [InlineData("one<br>two", 2)]
    [InlineData("it's well-known, isn't it?", 4)]
    [InlineData("3.14 and 10,000", 3)]
    [InlineData("a &amp; b", 2)]
    [InlineData("Gr&uuml;&szlig;e", 1)]
    [InlineData("- — … !", 0)]
    [InlineData("naïve Größe", 2)]
    [InlineData("漢字かな", 4)]
    [InlineData("한국어 text", 4)]
    [InlineData("カタカナ and 漢字", 7)]
    [InlineData("<script>one two</script>three", 1)]
    [InlineData("<style>a b</style>", 0)]
    [InlineData("one<!-- two three -->", 1)]
    [InlineData("привет мир", 2)]
    [InlineData("😀 one 😀", 1)]
    public void Words_are_counted_as_a_reader_counts(string html, int count) =>
        Assert.Equal(count, PlainText.CountWords(Encoding.UTF8.GetBytes(html)));

    [Theory]
    [InlineData("<p>One two three.</p>", 50, "One two three.")]
    [InlineData("<p>One two. Three four five six.</p>", 3, "One two.")]
    [InlineData("<p>One two. Three four five six.</p>", 4, "One two. Three four…")]
    [InlineData("<p>One. Two three four five six seven.</p>", 6, "One. Two three four five six…")]
    [InlineData("<p>One two three four</p>", 3, "One two three…")]
    [InlineData("<p>One, two, three, four</p>", 2, "One, two…")]
    [InlineData("<p>One</p>\n<p>Two</p>", 50, "One Two")]
    [InlineData("<h2>Heading</h2><p>Text</p>", 50, "Text")]
    [InlineData("<pre><code>code</code></pre><p>Text</p>", 50, "Text")]
    [InlineData("<figure><img alt=x><figcaption>caption</figcaption></figure><p>Text</p>", 50, "Text")]
    [InlineData("<table><tr><td>cell</td></tr></table><p>Text</p>", 50, "Text")]
    [InlineData("<p>A claim.<a href=#x><sup>1</sup></a></p>", 50, "A claim.")]
    [InlineData("<p>a <b>bold</b> c&amp;d &lt;x&gt;</p>", 50, "a bold c&amp;d &lt;x&gt;")]
    [InlineData("<p>Version 3.5 of it is out</p>", 3, "Version 3.5 of…")]
    [InlineData("<p>漢字漢字。漢字漢字漢字</p>", 6, "漢字漢字。")]
    [InlineData("<p>漢字漢字漢字</p>", 3, "漢字漢…")]
    [InlineData("", 10, "")]
    [InlineData("<h1>Only a heading</h1>", 10, "")]
    public void A_beginning_ends_with_a_sentence_or_a_word(string html, int words, string expected) =>
        Assert.Equal(expected, PlainText.Beginning(Encoding.UTF8.GetBytes(html), words));

    [Fact]
    public void A_beginning_never_ends_inside_markup_or_a_reference()
    {
        const string Html =
            "<p>Alpha <a href=\"x y z\">beta gamma</a> &amp; delta &lt;epsilon&gt; <em>zeta</em> eta&nbsp;theta iota &#8212; kappa.</p>";
        for (var words = 1; words < 15; words++)
        {
            var text = PlainText.Beginning(Encoding.UTF8.GetBytes(Html), words);
            Assert.DoesNotMatch("[<>]", text);
            Assert.DoesNotMatch("&(?![a-z]+;|#[0-9]+;)", text);
        }
    }
}
