using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Posts of strangers: what could run in a reader's browser goes, and its author is told.</summary>
public sealed class UntrustedTests
{
    [Fact]
    public void HTML_goes_with_a_warning_for_each_piece()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            markdown: {raw_html: remove}
            -- posts/a.md --
            ---
            title: A
            ---
            Ä <b>bold</b> and <script>alert(1)</script>.

            <div onclick="x">

            *Still* here. <!-- a remark -->

            </div>

            <!-- more -->

            > [a](javascript:b)
            """);
        site.Build()
            .Problems(
                "posts/a.md(4,3): warning SG2202: the HTML of '<b>' is left out",
                "posts/a.md(4,19): warning SG2202: the HTML of '<script>' is left out",
                "posts/a.md(6,1): warning SG2202: the HTML of '<div>' is left out")
            .Has("posts/a/index.html", "<p>Ä bold and alert(1).</p>", "<p><em>Still</em> here. </p>", "<a href=\"javascript:b\">")
            .Lacks("index.html", "javascript");
    }

    [Fact]
    public void Addresses_that_could_run_something_go_too_where_authors_are_not_trusted()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            markdown: untrusted
            -- posts/a.md --
            ---
            title: A
            summary: "So <i>it</i> [goes](vbscript:x)."
            ---
            [x](JaVaScRiPt:alert(1)) and ![y](data:text/html;base64,x) and <javascript:alert(2)>
            and [z][] and [ok](https://example.org/) [mail](mailto:a@example.org) [rel](b.md#x).

            [z]: java&#10;script:alert(3)
            -- posts/b.md --
            B
            """);
        site.Build()
            .Problems(
                "posts/a.md: warning SG2202: the HTML of '<i>' is left out in the summary",
                "posts/a.md: warning SG2203: the address 'vbscript:x' is left out in the summary",
                "posts/a.md(5,1): warning SG2203: the address 'JaVaScRiPt:alert(1)' is left out",
                "posts/a.md(5,30): warning SG2203: the address 'data:text/html;base64,x' is left out",
                "posts/a.md(5,64): warning SG2203: the address 'javascript:alert(2)' is left out",
                "posts/a.md(6,5): warning SG2203: the address 'java script:alert(3)' is left out")
            .Has(
                "posts/a/index.html",
                "<p>x and y and javascript:alert(2)\nand z and <a href=\"https://example.org/\">ok</a> <a "
                    + "href=\"mailto:a@example.org\">mail</a> <a href=\"/posts/b/#x\">rel</a>.</p>");
        Assert.Empty(HostileSite.Parse(site.Output("posts/a/index.html"))
            .QuerySelectorAll(".content script, .content [href^=java], .content img"));
    }

    [Fact]
    public void A_post_written_in_HTML_is_reduced()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            markdown: untrusted
            -- posts/a.html --
            ---
            title: A
            ---
            <h2 id="one" onclick="x">Öne</h2>
            <p style="position:fixed">A <a href="b.md">link</a>, <img src="c.png" onerror="x" alt="a cat">
            <!--more-->
            <table><tr><td colspan="2">cell</table>
            <iframe src="https://evil.example/"></iframe><a href=" java&Tab;script:x">bad</a>
            -- posts/b.md --
            B
            -- posts/c.png --
            (a picture)
            """);
        site.Build()
            .Problems(
                "posts/a.html(8,1): warning SG2202: the HTML of '<iframe>' is left out",
                "posts/a.html(8,46): warning SG2203: the address ' java&Tab;script:x' is left out")
            .Has(
                "posts/a/index.html",
                "<h2 id=\"one\">Öne</h2>\n<p>A <a href=\"/posts/b/\">link</a>, <img src=\"/posts/c.png\" alt=\"a "
                    + "cat\" fetchpriority=\"high\">",
                "<table><tr><td colspan=\"2\">cell</td></tr></table>")
            .Lacks("index.html", "cell");
    }

    [Fact]
    public void A_site_that_trusts_its_authors_says_nothing()
    {
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: A\n---\n<b onclick=x>a</b> [b](javascript:c)");
        site.Build().Problems().Has("posts/a/index.html", "<b onclick=x>a</b>", "javascript:c");
    }
}
