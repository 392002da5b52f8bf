using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Menus from the configuration and from pages that put themselves there.</summary>
public sealed class MenuTests
{
    private const string Theme =
        """
        -- templates/layout.html --
        {{ for name in site.menus | object.keys }}{{ name }}:{{ for item in site.menus[name] }} {{ item.title }}={{ item.url }}{{ end }};{{ end }}

        """;

    [Fact]
    public void Pages_join_the_menus_by_weight_and_title()
    {
        using var site = TestSite.From(
            Theme,
            """
            -- posts/a.md --
            # A
            -- sitegen.yml --
            menus:
              main:
                - {title: Home, url: /, weight: 1}
                - {title: Out, url: "https://example.com/"}
            -- pages/about.md --
            ---
            title: About
            menu: main
            weight: 5
            ---
            -- pages/zoo.md --
            ---
            title: Zoo
            menu: [main, footer]
            ---
            -- pages/b.md --
            ---
            title: B
            menus:
              main: {name: First of all, weight: -1}
            ---
            """)
            .WithBaseUrl("https://example.org/x/").Build();
        site.Problems().Has(
            "index.html",
            "footer: Zoo=/x/zoo/;main: First of all=/x/b/ Home=/x/ About=/x/about/ Out=https://example.com/ Zoo=/x/zoo/;");
        site.Edit("pages/zoo.md", "title: Zoo", "title: Animals").Build().Has("index.html", "footer: Animals=").Has("404.html", "Animals=");
        site.Edit("pages/zoo.md", "menu: [main, footer]", "draft: true").Build().Lacks("index.html", "footer");
    }

    private const string Pages = """
        -- posts/a.md --
        ---
        aliases: /old/
        ---
        -- posts/2026/b.md --
        # B
        -- posts/draft.md --
        ---
        draft: true
        ---
        -- pages/über uns.md --
        # Us
        -- static/CNAME --
        x
        -- static/files/cv.pdf --
        x

        """;

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("posts/a.md", "/x/posts/a/")]
    [InlineData("/posts/2026/b.md#end", "/x/posts/b/#end")]
    [InlineData("pages/über uns.md", "/x/%C3%BCber-uns/")]
    [InlineData("pages/%C3%BCber%20uns.md?a=1", "/x/%C3%BCber-uns/?a=1")]
    [InlineData("/posts/a/", "/x/posts/a/")]
    [InlineData("/x/posts/a", "/x/posts/a")]
    [InlineData("/x", "/x")]
    [InlineData("posts/a/index.html#top", "/x/posts/a/index.html#top")]
    [InlineData("/old/", "/x/old/")]
    [InlineData("/files/cv.pdf", "/x/files/cv.pdf")]
    [InlineData("/CNAME", "/x/CNAME")]
    [InlineData("/rss.xml", "/x/rss.xml")]
    [InlineData("/archive/", "")]
    [InlineData("https://example.com/nowhere/", "https://example.com/nowhere/")]
    [InlineData("//example.com/nowhere/", "//example.com/nowhere/")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("#top", "#top")]
    public void An_entry_leads_to_a_page_by_its_file_or_to_any_address(string url, string expected)
    {
        foreach (var style in (string[])["pages", "file"])
        {
            using var site = TestSite.From(
                Theme,
                Pages.Replace("# B", "---\ndate: 2026-01-01\n---\n", StringComparison.Ordinal),
                $"-- sitegen.yml --\nredirects: {style}\nmenus:\n  main:\n    - {{title: T, url: \"{url}\"}}\n")
                    .WithBaseUrl("https://example.org/x/")
                    .Build();
            site.Problems().Has("index.html", $"main: T={(expected.Length == 0 ? "/x" + url : expected)};");
        }
    }

    [Theory]
    [InlineData("/nowhere/", "write the name of a page's file, as in 'pages/about.md', or the path of one, as in '/about/'")]
    [InlineData("/x/nowhere/", "write the name of a page's file, as in 'pages/about.md', or the path of one, as in '/about/'")]
    [InlineData("/post/a/", "did you mean '/posts/a/'?")]
    [InlineData("/Posts/A/", "did you mean '/posts/a/'?")]
    [InlineData("posts/aa.md", "did you mean 'posts/a.md'?")]
    [InlineData("posts/draft.md", "write the name of a page's file, as in 'pages/about.md', or the path of one, as in '/about/'")]
    [InlineData("static/files/cv.pdf", "did you mean '/files/cv.pdf'?")]
    public void An_entry_that_leads_nowhere_is_told_in_its_place(string url, string hint)
    {
        using var site = TestSite.From(Theme, Pages, $"-- sitegen.yml --\nmenus:\n  main:\n    - {{title: T, url: {url}}}\n")
            .WithBaseUrl("https://example.org/x/")
            .Build();
        site.Problems($"sitegen.yml(3,23): warning SG4030: menu target '{url}' does not exist");
        Assert.Equal(hint, site.Diagnostics.Single(problem => problem.Rule.Code == "SG4030").Hint);
    }

    [Fact]
    public void An_entry_follows_the_page_that_it_names()
    {
        using var site = TestSite.From(
            Theme,
            Pages,
            "-- sitegen.yml --\nmenus:\n  main:\n    - {title: T, url: posts/a.md}\n    - {title: U, url: \"posts/a.md#x\"}\n").Build();
        site.Problems()
            .Edit("posts/a.md", "aliases: /old/", "slug: new")
            .Build()
            .Problems()
            .Has("index.html", "T=/posts/new/ U=/posts/new/#x;");
        site.Delete("posts/a.md").Build().ProblemCount(2);
    }

    [Fact]
    public void A_weight_that_is_no_number_is_told_in_its_place()
    {
        using var site = TestSite.From(Theme, "-- posts/a.md --\n---\nmenu:\n  main: {weight: heavy}\n---\n").Build();
        site.Problems("posts/a.md(3,18): warning SG2104: 'weight' must be a whole number").Has("index.html", "main: A=/posts/a/;");
    }

    [Fact]
    public void Pages_stand_by_weight_in_the_list_of_pages()
    {
        using var site = TestSite.From("""
            -- templates/layout.html --
            {{ for page in site.pages }}{{ page.title }} {{ end }}
            -- posts/a.md --
            # A
            -- pages/a.md --
            # Last
            -- pages/b.md --
            ---
            title: Second
            weight: 2
            ---
            -- pages/c.md --
            ---
            title: First
            weight: 1
            ---
            """).Build();
        site.Has("index.html", "First Second Last ");
    }
}
