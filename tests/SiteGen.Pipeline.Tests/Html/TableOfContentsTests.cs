using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Tests.Parsing;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class TableOfContentsTests
{
    [Theory]
    [InlineData("## A\n### B\n#### C\n## D", "2 A(3 B(4 C)) 2 D")]
    [InlineData("## A\n#### C\n### B", "2 A(4 C 3 B)")]
    [InlineData("#### C\n### B\n## A", "4 C 3 B 2 A")]
    [InlineData("# One\n##### Five\n## A", "2 A")]
    [InlineData("## Same\n## Same", "2 Same 2 Same")]
    [InlineData("> ## Quoted\n\n- ## In a list", "2 Quoted 2 In a list")]
    [InlineData("```\n## no\n```\n    ## no\n\n`<h2 id=\"no\">`", "")]
    public void Headings_belong_to_the_higher_one_before_them(string markdown, string expected) =>
        Assert.Equal(expected, Shown(Of($"x\n\n{markdown}").Headings));

    [Theory]
    [InlineData("## A *b* `c<d` **e** ~~f~~", "A <em>b</em> <code>c&lt;d</code> <strong>e</strong> <del>f</del>", "A b c<d e f")]
    [InlineData("## See [the *docs*](https://example.org/)", "See the <em>docs</em>", "See the docs")]
    [InlineData("## ![A cat & a dog](c.png) at home", "A cat &amp; a dog at home", "A cat & a dog at home")]
    [InlineData("## Noted[^1] twice[^1]\n\n[^1]: x", "Noted twice", "Noted twice")]
    [InlineData("## \"Q\" & A <b onclick=x>bold</b>", "&quot;Q&quot; &amp; A <b>bold</b>", "\"Q\" & A bold")]
    [InlineData("## <script>alert(1)</script>x", "x", "x")]
    [InlineData("## Straße 漢字", "Straße 漢字", "Straße 漢字")]
    public void A_heading_is_fit_to_stand_in_a_link(string markdown, string html, string title)
    {
        var heading = Of($"x\n\n{markdown}").Headings.Single();
        Assert.Equal((html, title), (Encoding.UTF8.GetString(heading.Html), heading.Title));
    }

    [Theory]
    [InlineData("<H2 ID='a&amp;b'>A</H2>", "<ol>\n<li><a href=\"#a&amp;b\">A</a></li>\n</ol>\n")]
    [InlineData("<h3 id=\"größe 1%\">A</h3>", "<ol>\n<li><a href=\"#größe%201%25\">A</a></li>\n</ol>\n")]
    [InlineData("<h2>no id</h2><h2 id=\"\">empty</h2><!-- <h2 id=x>no</h2> --><script>'<h2 id=x>'</script>", "<ol>\n</ol>\n")]
    [InlineData(
        "<h2 id=a>A <a class=\"anchor\" aria-hidden=\"true\" href=\"#a\">#</a></h2>",
        "<ol>\n<li><a href=\"#a\">A</a></li>\n</ol>\n")]
    [InlineData(
        "<h2 id=a><em>A</h2><h3 id=b>B",
        "<ol>\n<li><a href=\"#a\"><em>A</em></a>\n<ol>\n<li><a href=\"#b\"></a></li>\n</ol>\n</li>\n</ol>\n")]
    [InlineData("<h2 id='\"><script>'>A</h2>", "<ol>\n<li><a href=\"#&quot;&gt;&lt;script&gt;\">A</a></li>\n</ol>\n")]
    public void Headings_written_in_HTML_are_listed_by_their_ids(string html, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(TableOfContents.Parse(Encoding.UTF8.GetBytes(html)).ToHtml()));

    private static TableOfContents Of(string markdown) => TableOfContents.Parse(Encoding.UTF8.GetBytes(ParsedPosts.Html(markdown)));

    private static string Shown(ImmutableArray<Heading> headings) =>
        string.Join(' ', headings.Select(
            heading => $"{heading.Level} {heading.Title}{(heading.Headings.IsEmpty ? "" : $"({Shown(heading.Headings)})")}"));
}
