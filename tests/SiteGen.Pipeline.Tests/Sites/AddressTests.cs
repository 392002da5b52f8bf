using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class AddressTests
{
    [Theory]
    [InlineData("aliases: [/old/, /older.html]")]
    [InlineData("redirect_from: [/old/, /older.html]")]
    [InlineData("alias: /old\nredirect_from: older.html")]
    public void A_former_address_leads_to_the_page(string frontMatter)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", frontMatter)).WithBaseUrl("https://example.org/blog/").Build();
        site.ProblemCount(0)
            .Is("old/index.html", "moved to /blog/posts/a/ at https://example.org/blog/posts/a/\n")
            .Is("older.html", "moved to /blog/posts/a/ at https://example.org/blog/posts/a/\n")
            .Lacks("sitemap.xml", "old");
    }

    [Fact]
    public void A_redirect_follows_its_page()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", "slug: a\naliases: /old/"))
            .Build()
            .Has("old/index.html", "moved to /posts/a/");
        site.Edit("posts/a.md", "slug: a", "slug: b").Build().Has("old/index.html", "moved to /posts/b/").HasNot("posts/a/index.html");
    }

    [Fact]
    public void An_alias_over_a_page_that_is_there_is_an_error_and_the_page_stays()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("b.md", "aliases: [/posts/one/, /free/]")).Build();
        site.Problems("posts/b.md(2,1): error SG4002: the alias '/posts/one/' is the address of posts/one.md")
            .Has("posts/one/index.html", "First body.")
            .Has("free/index.html", "moved");
    }

    [Fact]
    public void A_site_under_a_sub_path_works_everywhere()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            """
            -- posts/links.md --
            ---
            tags: x
            ---
            [a](/about/) [b](one.md) [c](//example.net/) [d](#e) [f](https://example.net/) ![g](/img/g.png) [h](/blog/about/)
            -- pages/about.md --
            About
            """)
            .WithBaseUrl("https://example.org/blog").Build();
        site.Has(
            "posts/links/index.html", "at=\"/blog/posts/links/\"", "href=\"/blog/about/\">a<",
            "href=\"/blog/posts/one/\">b<", "href=\"//example.net/\">c<", "href=\"#e\">d<",
            "href=\"https://example.net/\">f<", "href=\"/blog/tags/x/\"")
            .Has("index.html", "href=\"/blog/posts/one/\"").Has("rss.xml", "https://example.org/blog/posts/one/").HasNot("blog/index.html");
    }

    [Theory]
    [InlineData("[x](two.md)", "href=\"/posts/two/\"")]
    [InlineData("[x](./two.md#part)", "href=\"/posts/two/#part\"")]
    [InlineData("[x](two)", "href=\"/posts/two/\"")]
    [InlineData("[x](../pages/about.md?a=1)", "href=\"/about/?a=1\"")]
    [InlineData("[x](bundle/index.md)", "href=\"/posts/bundle/\"")]
    [InlineData("[x](bundle)", "href=\"/posts/bundle/\"")]
    [InlineData("[x](bundle/pic.png)", "href=\"/posts/bundle/pic.png\"")]
    [InlineData("<a href=\"two.md\">x</a>", "href=\"/posts/two/\"")]
    [InlineData("[x][r]\n\n[r]: two.md", "href=\"/posts/two/\"")]
    [InlineData("[x](loose.png)", "href=\"/posts/loose.png\"")]
    [InlineData("[x](missing.png)", "href=\"missing.png\"")]
    [InlineData("`[x](two.md)`", "[x](two.md)")]
    [InlineData("[a](/posts/two.md)", "href=\"/posts/two/\"")]
    [InlineData("[a](/pages/about.md#x)", "href=\"/about/#x\"")]
    public void A_link_to_a_source_becomes_its_address(string markdown, string expected)
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            """
            -- pages/about.md --
            About
            -- posts/bundle/index.md --
            Bundle
            -- posts/bundle/pic.png --
            pic
            -- posts/loose.png --
            pic

            """,
            $"-- posts/a.md --\n---\ntitle: A\n---\n{markdown}\n").Build();
        site.ProblemCount(0).Has("posts/a/index.html", expected);
    }

    [Fact]
    public void A_link_to_a_post_that_is_not_there_is_a_warning_until_it_is()
    {
        const string Warning = "posts/a.md(4,5): warning SG4001: link target 'posts/b.md' does not exist";
        using var site = TestSite.From(Tiny.Theme, "-- posts/a.md --\n---\ntitle: A\n---\n[b](b.md)\n")
            .Build()
            .Problems(Warning)
            .Has("posts/a/index.html", "href=\"b.md\"");
        site.Build().Problems(Warning);
        site.Write("posts/b.md", "---\ndraft: true\n---\n")
            .Build()
            .Problems("posts/a.md(4,5): warning SG4001: link target 'posts/b.md' is not published: it is a draft");
        site.Edit("posts/b.md", "draft: true", "slug: bee").Build().ProblemCount(0).Has("posts/a/index.html", "href=\"/posts/bee/\"");
        site.Rename("posts/b.md", "posts/c.md").Build().Problems(Warning);
    }

    [Fact]
    public void A_warning_can_be_silenced_or_raised()
    {
        using var site = TestSite.From(Tiny.Theme, "-- sitegen.yml --\nrules: {broken-link: off}\n-- posts/a.md --\n[b](b.md)\n")
            .Build()
            .ProblemCount(0);
        site.Edit("sitegen.yml", "off", "error")
            .Build()
            .Problems("posts/a.md(1,5): error SG4001: link target 'posts/b.md' does not exist");
        Assert.Equal(1, site.Result.Errors);
    }

    [Fact]
    public void Static_files_are_copied_as_they_are()
    {
        using var site = TestSite.From(
            Tiny.Three,
            "-- static/.nojekyll --\n-- static/.well-known/security.txt --\nmailto\n-- static/a b/ü.txt --\n{{ not a template }}\n")
                .Write("static/bytes.bin", [0, 255, 13, 10])
                .Build();
        site.Has(".nojekyll").Is(".well-known/security.txt", "mailto\n").Is("a b/ü.txt", "{{ not a template }}\n");
        Assert.Equal([0, 255, 13, 10], File.ReadAllBytes(Path.Combine(site.OutputFolder, "bytes.bin")));
        site.Write("static/bytes.bin", [1]).Build().Rendered("bytes.bin").Changes(0, 1, 0);
        site.Delete("static/a b/ü.txt").Build().HasNot("a b/ü.txt");
    }

    [Theory]
    [InlineData("permalink: pretty", "categories: Sea Side", "sea-side/2024/03/05/a/index.html")]
    [InlineData("permalink: date", "categories: [x, y]", "x/y/2024/03/05/a.html")]
    [InlineData("permalink: /:year/:i_month/:slug.html", "slug: Other", "2024/3/other.html")]
    [InlineData("permalink: none", "title: A", "sub/a/index.html")]
    [InlineData("permalink: /:section/:filename/", "title: A", "sub/2024-03-05-a/index.html")]
    [InlineData("title: A", "url: /x/y.html", "x/y.html")]
    [InlineData("title: A", "permalink: x", "x/index.html")]
    public void A_post_s_address_follows_the_pattern_or_what_it_says(string option, string frontMatter, string expected)
    {
        using var site = TestSite.From(Tiny.Theme, $"-- sitegen.yml --\n{option}\n", Tiny.Post("sub/2024-03-05-a.md", frontMatter)).Build();
        site.ProblemCount(0).Has(expected, "Body.");
    }

    [Theory]
    [InlineData("posts/🎉.md", "title: A Feast", "posts/a-feast/index.html", null)]
    [InlineData("posts/!!!.md", "title: A Feast", "posts/a-feast/index.html", null)]
    [InlineData("posts/❤️.md", "title: A Feast", "posts/a-feast/index.html", null)]
    [InlineData("posts/2026-01-01-🎉.md", "title: A Feast", "posts/a-feast/index.html", null)]
    [InlineData("posts/🎉/index.md", "title: Größe", "posts/größe/index.html", null)]
    [InlineData("pages/🎉.md", "title: A Feast", "a-feast/index.html", null)]
    [InlineData("pages/a/---.md", "title: A Feast", "a/a-feast/index.html", null)]
    [InlineData("posts/🎉.md", "slug: feast", "posts/feast/index.html", null)]
    [InlineData("posts/🎉.md", "url: /feast/", "feast/index.html", null)]
    [InlineData(
        "posts/a.md", "slug: '!!!'", "posts/a/index.html",
        "posts/a.md(2,7): warning SG2104: the slug '!!!' has no letter or digit; 'a' is used")]
    [InlineData(
        "posts/🎉.md", "slug: '!!!'\ntitle: A Feast", "posts/a-feast/index.html",
        "posts/🎉.md(2,7): warning SG2104: the slug '!!!' has no letter or digit; 'a-feast' is used")]
    public void A_name_without_letters_gives_way_to_the_title(string path, string front, string expected, string? problem)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("other.md", "title: B"), $"-- {path} --\n---\n{front}\n---\nBody.\n").Build();
        site.Problems(problem is null ? [] : [problem]).Has(expected, "Body.").Has("index.html", "posts/other/");
    }

    [Theory]
    [InlineData("posts/🎉.md", "draft: false", "posts/", "post-9e2a8c34")]
    [InlineData("posts/a/!!!.md", "title: '???'", "posts/", "post-7239cd35")]
    [InlineData("pages/🎉.md", "draft: false", "", "page-9e2a8c34")]
    public void A_title_without_letters_gives_way_to_a_number(string path, string front, string folder, string slug)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("other.md", "title: B"), $"-- {path} --\n---\n{front}\n---\nBody.\n").Build();
        site.Problems(
            $"{path}: warning SG2107: neither the name of this file nor its title has a letter or a digit; its address is made with "
                + $"'{slug}'")
            .Has($"{folder}{slug}/index.html", "Body.")
            .Has("index.html", "posts/other/");
    }

    [Theory]
    [InlineData("/:year/:title/", "2026/!!!/index.html")]
    [InlineData("/:filename/", "2026-01-01-!!!/index.html")]
    [InlineData("pretty", "2026/01/01/!!!/index.html")]
    [InlineData("/x/:slug.html", "x/rain.html")]
    public void Signs_stay_where_the_pattern_keeps_them(string pattern, string expected)
    {
        using var site = TestSite.From(
            Tiny.Theme, $"-- sitegen.yml --\npermalink: {pattern}\n", Tiny.Post("2026-01-01-!!!.md", "title: Rain")).Build();
        site.Problems().Has(expected, "Body.");
    }

    [Fact]
    public void Two_posts_without_any_name_have_addresses_of_their_own_in_every_language()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            "-- sitegen.yml --\nlanguages: [fr]\n",
            "-- posts/🎉.md --\nOne.\n-- posts/🎊.md --\nTwo.\n-- posts/🎉.fr.md --\nUne.\n").Build();
        site.ProblemCount(3)
            .Has("posts/post-9e2a8c34/index.html", "One.")
            .Has("posts/post-89fb17df/index.html", "Two.")
            .Has("fr/posts/post-bcbaddea/index.html", "Une.");
    }

    [Fact]
    public void A_folder_of_posts_can_have_a_pattern_of_its_own()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- sitegen.yml --
            permalink: {posts: '/:year/:slug/', notes: '/n/:slug.html', notes/deep: '/d/:slug/', nots: '/x/'}
            -- posts/2026-01-01-a.md --
            -- posts/notes/b.md --
            -- posts/notes/deep/c.md --
            -- posts/notesmore/2025-01-01-d.md --
            """).Build();
        site.Problems("sitegen.yml: warning SG1009: 'permalink' names the folder 'nots', and there is no post in posts/nots/")
            .Has("2026/a/index.html", "A").Has("n/b.html", "B").Has("d/c/index.html", "C").Has("2025/d/index.html", "D");
    }

    [Fact]
    public void Dots_in_slugs_titles_tags_and_authors_are_kept()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            permalink: {posts: "/archive/:year/:month/:day/:title/", notes: "/:slug/"}
            -- posts/2006-12-18-.NET_Developer.md --
            ---
            tags: [fec.gov, .NET]
            author: fec.gov
            ---
            -- posts/a.md --
            ---
            date: 2020-01-01
            slug: .NET_Developer
            ---
            -- posts/notes/b.md --
            ---
            slug: v1.2
            ---
            """).Build().Problems();
        site.Has("archive/2006/12/18/.NET_Developer/index.html").Has("archive/2020/01/01/.NET_Developer/index.html").Has("v1.2/index.html");
        site.Has("tags/fec.gov/index.html").Has("tags/.net/index.html").Has("authors/fec.gov/index.html");
    }
}
