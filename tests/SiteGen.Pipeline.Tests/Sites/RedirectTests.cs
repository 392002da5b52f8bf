using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Old addresses, and posts that have gone elsewhere.</summary>
public sealed class RedirectTests
{
    private const string Posts = """
        -- posts/a.md --
        ---
        aliases: [/old/, /Alt/über.html]
        ---
        -- posts/gone.md --
        ---
        title: Gone
        redirect_to: https://elsewhere.example/x?y=1
        ---
        -- posts/moved.md --
        ---
        redirect_to: /posts/a/
        ---

        """;

    [Fact]
    public void A_page_leads_on_with_a_link_and_the_new_address()
    {
        using var site = TestSite.From(Posts, "-- pages/p.md --\n[gone](../posts/gone.md)\n")
            .WithBaseUrl("https://example.org/blog/")
            .Build();
        site.Problems()
            .Has("old/index.html", "url=/blog/posts/a/", "<link rel=\"canonical\" href=\"https://example.org/blog/posts/a/\">", "noindex")
            .Has("Alt/über.html", "/blog/posts/a/")
            .Has("posts/gone/index.html", "url=https://elsewhere.example/x?y=1", "canonical\" href=\"https://elsewhere.example/x?y=1\"")
            .Has("posts/moved/index.html", "url=/blog/posts/a/")
            .Lacks("sitemap.xml", "gone")
            .Lacks("index.html", "Gone")
            .Lacks("rss.xml", "Gone")
            .Has("p/index.html", "href=\"/blog/posts/gone/\"")
            .HasNot("_redirects");
    }

    [Fact]
    public void One_file_can_hold_them_all()
    {
        using var site = TestSite.From(Posts, "-- sitegen.yml --\nredirects: file\n").Build();
        site.Problems().Is(
            "_redirects",
            """
            /Alt/%C3%BCber.html /posts/a/ 301
            /old/ /posts/a/ 301
            /posts/gone/ https://elsewhere.example/x?y=1 301
            /posts/moved/ /posts/a/ 301

            """)
                .HasNot("old/index.html")
                .HasNot("posts/gone/index.html");
        site.Edit("sitegen.yml", "file", "both").Build().Has("_redirects", "/old/ ").Has("old/index.html", "/posts/a/");
        site.Edit("posts/a.md", "/old/", "/older/")
            .Build()
            .Has("_redirects", "/older/ ")
            .Lacks("_redirects", "/old/ ")
            .HasNot("old/index.html");
        site.Write("static/_redirects", "mine\n").Build().Is("_redirects", "mine\n");
    }

    [Theory]
    [InlineData("/posts/b/", "posts/a.md(2,1): error SG4002: the alias '/posts/b/' is the address of posts/b.md")]
    [InlineData("/tags/x/", "posts/a.md(2,1): error SG4002: the alias '/tags/x/' is the address of the page of 'x' in tags")]
    [InlineData("/", "posts/a.md(2,1): error SG4002: the alias '/' is the address of the list of posts")]
    [InlineData("/robots.txt", "posts/a.md(2,1): error SG4002: the alias '/robots.txt' is the address of static/robots.txt")]
    public void An_alias_over_a_live_page_is_an_error_that_names_both(string alias, string expected)
    {
        foreach (var style in (string[])["pages", "file"])
        {
            using var site = TestSite.From(
                $"""
                -- posts/a.md --
                ---
                aliases: {alias}
                ---
                -- posts/b.md --
                ---
                tags: x
                ---
                B.
                -- static/robots.txt --
                x
                -- sitegen.yml --
                redirects: {style}

                """)
                .Build();
            site.Problems(expected).Has("posts/b/index.html", "B.");
        }
    }

    [Fact]
    public void Redirects_in_a_circle_are_an_error_told_once()
    {
        using var site = TestSite.From("""
            -- posts/a.md --
            ---
            redirect_to: /posts/b/
            ---
            -- posts/b.md --
            ---
            redirect_to: /posts/c
            ---
            -- posts/c.md --
            ---
            redirect_to: /posts/a/
            ---
            -- posts/d.md --
            ---
            redirect_to: /posts/a/
            ---
            -- posts/e.md --
            ---
            redirect_to: /posts/e/
            ---
            -- posts/f.md --
            ---
            redirect_to: ../../x
            ---
            -- posts/x.md --
            """).Build();
        site.Problems(
            "posts/a.md(2,1): error SG4013: the redirects lead in a circle: /posts/a/ → /posts/b/ → /posts/c/ → /posts/a/",
            "posts/e.md(2,1): error SG4013: the redirects lead in a circle: /posts/e/ → /posts/e/",
            "posts/f.md(2,14): error SG4004: 'redirect_to' leads to '../../x', which cannot be an address: '..' leads out of the site");
    }

    [Theory]
    [InlineData("a.md", "/blog/posts/a/", "/blog/posts/a/")]
    [InlineData("../posts/a.md#end", "/blog/posts/a/#end", "/blog/posts/a/#end")]
    [InlineData("/posts/a.md", "/blog/posts/a/", "/blog/posts/a/")]
    [InlineData("/posts/a/?x=1#end", "/blog/posts/a/?x=1#end", "/blog/posts/a/?x=1#end")]
    [InlineData("//other.example/b", "//other.example/b", "//other.example/b")]
    [InlineData("https://other.example/b.md", "https://other.example/b.md", "https://other.example/b.md")]
    public void A_redirect_leads_to_a_post_by_its_file_or_to_any_address(string to, string inPage, string inFile)
    {
        using var site = TestSite.From(
            Tiny.Post("a.md", "title: A"),
            Tiny.Post("old.md", $"redirect_to: {to}"),
            "-- sitegen.yml --\nredirects: both\n").WithBaseUrl("https://example.org/blog/").Build();
        site.Problems().Has("posts/old/index.html", $"url={inPage}\"").Has("_redirects", $"/blog/posts/old/ {inFile} 301\n");
    }

    [Theory]
    [InlineData("/?p=12", "/ p=12 /posts/a/ 301!\n")]
    [InlineData("/q?p=12&x=%20y", "/q/ p=12 x=%20y /posts/a/ 301\n")]
    [InlineData("https://example.org/index.php?p=12#more", "/index.php p=12 /posts/a/ 301\n")]
    public void An_alias_with_a_query_can_be_a_rule_and_never_a_file(string alias, string rule)
    {
        using var site = TestSite.From(Tiny.Post("a.md", $"aliases: \"{alias}\"")).WithBaseUrl("https://example.org/").Build();
        var told = $"the alias '{alias.Replace("https://example.org", "", StringComparison.Ordinal)}' cannot be a file: what "
            + "stands behind '?' is no part of a file's name";
        site.Problems($"posts/a.md(2,1): warning SG4031: {told}").HasNot("_redirects").HasNot("q/index.html").HasNot("index.php");
        site.Write("sitegen.yml", "redirects: both\n")
            .Build()
            .Problems()
            .Notes($"posts/a.md(2,1): note SG4031: {told}")
            .Is("_redirects", rule)
            .HasNot("q/index.html")
            .HasNot("index.php");
        site.Write("static/q/index.html", "x\n")
            .Build()
            .Has("_redirects", alias.StartsWith("/q", StringComparison.Ordinal) ? " 301!" : rule);
    }

    [Theory]
    [InlineData("/?p")]
    [InlineData("/?")]
    [InlineData("/?=1")]
    [InlineData("/?p=")]
    [InlineData("/?p=:id")]
    [InlineData("/?p=1&")]
    [InlineData("/?p=a b")]
    public void A_query_that_no_rule_can_say_is_left_out(string alias)
    {
        using var site = TestSite.From(Tiny.Post("a.md", $"aliases: \"{alias}\""), "-- sitegen.yml --\nredirects: file\n").Build();
        site.Problems(
            $"posts/a.md(2,1): warning SG4031: the alias '{alias}' cannot be a file: what stands behind '?' is no part of a file's name")
            .HasNot("_redirects");
    }

    [Fact]
    public void Two_redirects_at_one_address_are_a_clash()
    {
        using var site = TestSite.From(
            Tiny.Post("a.md", "redirect_to: https://a.example/"),
            Tiny.Post("b.md", "slug: A\nredirect_to: https://b.example/")).Build();
        site.Problems("posts/b.md(2,1): error SG4002: posts/a.md and posts/b.md both want the address /posts/a/");
    }

    [Fact]
    public void A_redirect_follows_the_post_that_it_names()
    {
        using var site = TestSite.From(Tiny.Post("a.md", "title: A"), Tiny.Post("old.md", "redirect_to: a.md")).Build();
        site.Edit("posts/a.md", "title: A", "slug: b").Build().Problems().Has("posts/old/index.html", "url=/posts/b/");
        site.Delete("posts/a.md").Build().ProblemCount(1);
    }

    [Theory]
    [InlineData("redirect_to: b.md", "posts/old.md(2,14): warning SG4001: 'redirect_to' leads to 'b.md', which is no post or page")]
    [InlineData(
        "redirect_to: javascript:alert(1)",
        "posts/old.md(2,14): error SG4004: 'redirect_to' leads to 'javascript:alert(1)', which cannot be an "
            + "address: no page is at 'javascript:'")]
    [InlineData("redirect_to: old.md", "posts/old.md(2,1): error SG4013: the redirects lead in a circle: /posts/old/ → /posts/old/")]
    [InlineData("aliases: https://example.org/blog/x/", "")]
    [InlineData(
        "aliases: https://other.example/x/",
        "posts/old.md(2,1): error SG4004: the alias 'https://other.example/x/' cannot be an address: it names another site")]
    public void An_address_that_leads_nowhere_is_told_where_it_stands(string front, string expected)
    {
        using var site = TestSite.From(Tiny.Post("a.md", "title: A"), Tiny.Post("old.md", front))
            .WithBaseUrl("https://example.org/blog/")
            .Build();
        site.Problems(expected.Length > 0 ? [expected] : []);
    }
}
