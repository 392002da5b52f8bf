using System.Text;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class SummaryMarkupTests
{
    [Theory]
    [InlineData("<p>a <em>b", "<p>a <em>b</em></p>")]
    [InlineData("<ul><li>a</li><li>b", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<p>a<br>b<img src=x>", "<p>a<br>b<img src=x></p>")]
    [InlineData("<p>a</p>", "<p>a</p>")]
    [InlineData("<h2 id=\"x\" class=\"y\">a</h2>", "<h2 class=\"y\">a</h2>")]
    [InlineData("<h2 class=\"y\" id='x'>a</h2>", "<h2 class=\"y\">a</h2>")]
    [InlineData("<p>a<a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\"><sup>1</sup></a> b</p>", "<p>a b</p>")]
    public void A_cut_is_closed_and_holds_nothing_that_clashes_on_a_list(string html, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(SummaryMarkup.From(Encoding.UTF8.GetBytes(html), [])));
}
