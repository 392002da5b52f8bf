using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>The list of a post's headings.</summary>
public sealed class ContentsTests
{
    private const string Site = """
        -- posts/long.md --
        ---
        title: Long
        ---
        ## One

        #### Two

        ## One
        -- posts/short.md --
        ---
        title: Short
        ---
        ## Only one
        -- posts/old.html --
        ---
        title: Old
        ---
        <h2 id="a">A</h2><h3 id="b">B</h3><h2 id="c">C</h2><h2>Without an id</h2>
        -- pages/about.md --
        ## One

        ## Two

        ## Three
        """;

    [Fact]
    public void A_long_text_lists_its_headings_and_a_short_one_does_not()
    {
        using var site = TestSite.From(Site);
        site.Build().Problems()
            .Has(
                "posts/long/index.html",
                "<nav class=\"toc beside\" aria-label=\"Contents\">",
                "<li><a href=\"#one\">One</a>\n<ol>\n<li><a href=\"#two\">Two</a></li>\n</ol>\n</li>\n<li><a href=\"#one-1\">One</a></li>")
            .Has("posts/old/index.html", "<a href=\"#c\">C</a>")
            .Has("about/index.html", "<a href=\"#three\">Three</a>")
            .Lacks("posts/short/index.html", "toc");
    }

    [Fact]
    public void The_front_matter_decides_where_it_speaks()
    {
        using var site = TestSite.From(Site);
        site.Edit("posts/short.md", "title: Short", "title: Short\ntoc: true")
            .Edit("posts/long.md", "title: Long", "title: Long\ntoc: false")
            .Edit("posts/old.html", "title: Old", "title: Old\ntoc: maybe")
            .Build().Problems("posts/old.html(3,6): warning SG2104: 'toc' must be true or false")
            .Has("posts/short/index.html", "<a href=\"#only-one\">")
            .Lacks("posts/long/index.html", "class=\"toc beside\"")
            .Has("posts/old/index.html", "class=\"toc beside\"");
    }

    [Fact]
    public void Law_3_a_list_of_headings_is_read_from_the_body()
    {
        using var site = TestSite.From(
            Site,
            "-- templates/home.html --\n{{ for post in site.posts }}{{ for h in post.headings }}{{ h.level }} {{ "
                + "h.id }} {{ h.html }}|{{ h.headings.size }};{{ end }}{{ end }}");
        site.Build().Has("index.html", "2 one One|1;2 one-1 One|0;2 a A|1;2 c C|0;2 only-one Only one|0;")
            .Edit("posts/short.md", "Only one", "Only *this* one").Build()
            .Has("index.html", "2 only-this-one Only <em>this</em> one|0;")
            .Edit("posts/short.md", "## Only", "# Only").Build().Lacks("index.html", "only-this");
    }

    [Theory]
    [InlineData("* TOC\n{:toc}", true)]
    [InlineData("[[_TOC_]]", true)]
    [InlineData("Text", false)]
    public void A_text_of_another_program_can_ask_for_the_table(string mark, bool expected)
    {
        using var site = TestSite.From($"-- posts/a.md --\n---\ntitle: A\n---\n{mark}\n\n## One\n\n## Two\n").Build().Problems();
        Assert.Equal(expected, site.Output("posts/a/index.html").Contains("class=\"toc beside\"", StringComparison.Ordinal));
        site.Lacks("posts/a/index.html", "TOC").Edit("posts/a.md", mark, "Text").Build().Lacks("posts/a/index.html", "class=\"toc beside\"");
    }
}
