using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class ListTests
{
    private const string PagesAtLists =
        """
        -- sitegen.yml --
        languages: [de]
        paginate: 1
        -- posts/a.md --
        ---
        title: Aaa
        date: 2024-01-01
        tags: [green]
        ---
        -- posts/b.md --
        ---
        title: Bbb
        date: 2024-01-02
        ---
        -- posts/a.de.md --
        ---
        title: Deutsch
        date: 2024-01-01
        ---
        -- pages/index.md --
        Text of home.
        -- pages/de.md --
        Text of de.
        -- pages/tags.md --
        ---
        title: All tags
        ---
        Text of tags.
        -- pages/tags/green.md --
        Text of green.
        -- pages/archive.md --
        Text of archive.
        -- pages/archive/2024.md --
        Text of 2024.
        -- pages/feeds.md --
        Text of feeds.

        """;

    private const string PinnedPosts =
        """
        -- sitegen.yml --
        paginate: 2
        languages: [de]
        -- templates/home.html --
        {{ for post in paginator.posts }}{{ post.title }}{{ if post.pinned }}!{{ end }} {{ end }}of {{ paginator.total_posts }}
        -- templates/layout.html --
        {{ content }}
        -- templates/term.html --
        {{ for post in term.posts }}{{ post.title }} {{ end }}
        -- posts/old.md --
        ---
        title: Old
        date: 2024-01-01
        tags: [t]
        pinned: true
        ---
        -- posts/older.md --
        ---
        title: Older
        date: 2023-01-01
        sticky: true
        ---
        -- posts/new.md --
        ---
        title: New
        date: 2024-06-01
        tags: [t]
        ---
        -- posts/newer.md --
        ---
        title: Newer
        date: 2024-07-01
        ---
        -- posts/newer.de.md --
        ---
        title: Neuer
        date: 2024-07-01
        pinned: false
        ---

        """;

    [Fact]
    public void Pinned_posts_are_first_on_the_pages_of_the_home_list_and_nowhere_else()
    {
        using var site = TestSite.From(PinnedPosts).Build();
        site.Problems()
            .Has("index.html", "Old! Older! of 4\n")
            .Has("page/2/index.html", "Newer New of 4\n")
            .Has("de/index.html", "Neuer of 1\n")
            .Has("tags/t/index.html", "New Old \n")
            .Has("rss.xml", "Newer", "New", "Old", "Older");
    }

    [Fact]
    public void Pinning_and_unpinning_a_post_moves_it()
    {
        using var site = TestSite.From(PinnedPosts).Build();
        site.Edit("posts/old.md", "pinned: true", "pinned: false").Build()
            .Has("index.html", "Older! Newer of 4\n").Has("page/2/index.html", "New Old of 4\n");
        site.Edit("posts/older.md", "sticky: true", "sticky: no").Build()
            .Has("index.html", "Newer New of 4\n").Has("page/2/index.html", "Old Older of 4\n");
        site.Edit("posts/new.md", "tags: [t]", "pin: true").Build().Has("index.html", "New! Newer of 4\n");
    }

    [Fact]
    public void The_theme_says_what_is_pinned_on_the_front_page_only()
    {
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: A\npinned: true\ntags: [t]\n---\nText.\n").Build();
        site.Has("index.html", "<strong class=\"pinned\">Pinned</strong>").Lacks("tags/t/index.html", "pinned\">");
    }

    [Fact]
    public void The_home_list_has_pages()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- sitegen.yml --\npaginate: 1\n").Build();
        site.Is("index.html", "<home at=\"/\"><a href=\"/posts/three/\">Three</a> 1/3 older=/page/2/\n</home>\n")
            .Is("page/2/index.html", "<home at=\"/page/2/\"><a href=\"/posts/two/\">Two</a> 2/3 newer=/ older=/page/3/\n</home>\n")
            .Is("page/3/index.html", "<home at=\"/page/3/\"><a href=\"/posts/one/\">One</a> 3/3 newer=/page/2/\n</home>\n")
            .HasNot("page/1/index.html")
            .HasNot("page/4/index.html");
    }

    [Fact]
    public void A_page_of_the_list_that_is_not_needed_any_more_goes()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- sitegen.yml --\npaginate: 2\n").Build().Has("page/2/index.html");
        site.Delete("posts/one.md").Build().HasNot("page/2/index.html").Has("index.html", "1/1");
    }

    [Fact]
    public void An_empty_site_has_a_home_page()
    {
        using var site = TestSite.From(Tiny.Theme, "-- posts/a.md --\n---\ndraft: true\n---\n").Build();
        site.Problems("posts: warning SG1004: no post is published: 1 is a draft").Is("index.html", "<home at=\"/\"> 1/1\n</home>\n");
    }

    [Fact]
    public void Every_term_has_a_page_and_every_taxonomy_an_overview()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Post("a.md", "title: A\ntags: [C++, C#, été]\ncategories: [Big News]\nauthor: Ada"),
            Tiny.Post("b.md", "title: B\ntags: C++")).Build();
        site.ProblemCount(0).Is(
            "tags/c-plus-plus/index.html",
            "<term at=\"/tags/c-plus-plus/\">C++: <a href=\"/posts/a/\">A</a><a href=\"/posts/b/\">B</a>\n</term>\n")
            .Has("tags/c-sharp/index.html", "C#: ")
            .Has("tags/été/index.html", "at=\"/tags/%C3%A9t%C3%A9/\"")
            .Has("categories/big-news/index.html", "Big News: ")
            .Has("authors/ada/index.html", "Ada: ")
            .Has("tags/index.html", "Tags: <a href=\"/tags/c-sharp/\">C#</a>1<a href=\"/tags/c-plus-plus/\">C++</a>2")
            .Has("posts/a/index.html", "<a rel=\"tag\" href=\"/tags/c-plus-plus/\">C++</a>");
    }

    [Fact]
    public void Spellings_of_a_term_share_a_page_and_the_commonest_is_shown()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Post("a.md", "title: A\ntags: Sea Side"),
            Tiny.Post("b.md", "title: B\ntags: sea-side"),
            Tiny.Post("c.md", "title: C\ntags: Sea Side")).Build();
        site.Problems("posts/b.md(3,1): warning SG4006: 'sea-side' in tags is elsewhere written 'Sea Side'; both are one page")
            .Has("tags/sea-side/index.html", "Sea Side: ", ">A<", ">B<", ">C<");
        site.Edit("posts/b.md", "sea-side", "Sea Side").Build().ProblemCount(0);
        site.Edit("posts/a.md", "Sea Side", "sea side")
            .Edit("posts/b.md", "Sea Side", "sea side")
            .Build()
            .ProblemCount(1)
            .Has("tags/sea-side/rss.xml", "<title>sea side · My blog</title>");
    }

    [Fact]
    public void A_post_that_names_a_term_twice_carries_it_once()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", "title: A\ntags: [green, Green, green]")).Build();
        site.Has("tags/green/index.html", ": <a href=\"/posts/a/\">A</a>\n").Has("tags/index.html", "</a>1\n");
    }

    [Fact]
    public void The_site_s_author_writes_what_nobody_signed()
    {
        using var site = TestSite.From(
            Tiny.Theme, Tiny.Three, "-- sitegen.yml --\nauthor: Ada\n", Tiny.Post("b.md", "title: B\nauthor: Grace")).Build();
        site.Has("authors/index.html", ">Ada</a>3<", ">Grace</a>1")
            .Has("rss.xml", "<dc:creator>Grace</dc:creator>", "<dc:creator>Ada</dc:creator>");
    }

    [Fact]
    public void The_last_post_of_a_term_takes_its_page_along_and_nothing_else()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three)
            .Build()
            .WriteForeign("tags/green/notes.txt", "mine")
            .WriteForeign("mine.html", "mine");
        var before = TempFolder.Contents(site.OutputFolder).Keys.ToArray();
        site.Delete("posts/two.md").Build().ProblemCount(0);
        Assert.Equal(
            [
                "archive/2024/01/index.html",
                "archive/2024/index.html",
                "posts/two/index.html",
                "tags/green/index.html",
                "tags/green/rss.xml",
                "tags/index.html"
            ],
            before.Except(TempFolder.Contents(site.OutputFolder).Keys));
    }

    [Fact]
    public void A_page_at_the_address_of_a_list_is_the_text_above_it()
    {
        using var site = TestSite.From(PagesAtLists).Build().Problems();
        site.Has("index.html", "Text of home.", "Bbb").Lacks("page/2/index.html", "Text of home").Has("de/index.html", "Text of de.", "Deutsch");
        site.Has("tags/index.html", "<h1>All tags</h1>", "Text of tags.", "green").Has("tags/green/index.html", "Text of green.", "Aaa");
        site.Has("archive/index.html", "Text of archive.", "2024").Has("archive/2024/index.html", "Text of 2024.", "Aaa");
        site.Has("feeds/index.html", "Text of feeds.", "rss.xml");
        site.Edit("pages/archive.md", "archive", "all years").Build().Rendered("archive/index.html");
    }

    [Fact]
    public void A_page_with_a_layout_takes_the_place_of_a_list()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            """
            -- pages/index.md --
            ---
            title: Welcome
            layout: page
            ---
            Hello.
            -- pages/tags.md --
            ---
            title: All tags
            layout: page
            ---
            By hand.

            """)
                .Build();
        site.Has("index.html", "<page at=\"/\">", "Welcome").Has("tags/index.html", "All tags").Has("tags/green/index.html", "Two");
        site.Problems().Notes(
            "pages/index.md: note SG4033: this replaces the list of posts",
            "pages/tags.md: note SG4033: this replaces the overview of tags");
    }

    [Theory]
    [InlineData("static/index.html", "static/index.html and the list of posts both want the address /")]
    [InlineData("static/tags/green/index.html", "static/tags/green/index.html and the page of 'green' in tags both want the address /tags/green/")]
    [InlineData("static/rss.xml", "static/rss.xml and the feed of 'posts' both want the address /rss.xml")]
    [InlineData("static/tags/green/rss.xml", "static/tags/green/rss.xml and the feed of 'tags/green' both want the address /tags/green/rss.xml")]
    [InlineData("posts/tags/green.md", "posts/tags/green.md and the page of 'green' in tags both want the address /tags/green/")]
    [InlineData("posts/tags.md", "posts/tags.md and the overview of tags both want the address /tags/")]
    public void What_would_take_the_place_of_a_list_or_a_feed_in_silence_is_a_clash(string path, string message)
    {
        using var site = TestSite.From(
            Tiny.Three, $"-- sitegen.yml --\npermalink: /:section/:slug/\n-- {path} --\n---\ntitle: X\n---\nx\n").Build();
        site.Problems($"{path}: error SG4002: {message}");
    }

    [Fact]
    public void A_file_for_machines_of_the_site_s_own_is_told_only_on_request()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n-- static/robots.txt --\nmine\n").Build().Problems();
        site.Has("robots.txt", "mine").Notes("static/robots.txt: note SG4033: this replaces robots.txt");
    }

    [Fact]
    public void A_page_named_404_is_the_page_for_what_does_not_exist()
    {
        using var site = TestSite.From(
            "-- sitegen.yml --\nlanguages: [de]\n-- posts/a.md --\nA\n-- posts/a.de.md --\nA\n"
            + "-- pages/404.md --\n# Lost\n\nGo [home](index.md).\n-- pages/404.de.md --\n# Weg\n").Build();
        site.Has("404.html", "<h1>Lost</h1>", "noindex").HasNot("404/index.html").Has("de/404.html", "Weg").Lacks("sitemap.xml", "404");
        site.Lacks("index.html", "Lost");
    }

    [Fact]
    public void Neighbours_are_linked_by_date()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        site.Has("posts/two/index.html", "<a rel=\"prev\" href=\"/posts/one/\">One</a><a rel=\"next\" href=\"/posts/three/\">Three</a>")
            .Lacks("posts/one/index.html", "rel=\"prev\"")
            .Lacks("posts/three/index.html", "rel=\"next\"");
    }
}
