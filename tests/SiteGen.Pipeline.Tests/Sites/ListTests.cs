using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class ListTests
{
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
        site.Problems("posts: warning SG1004: there is no post here").Is("index.html", "<home at=\"/\"> 1/1\n</home>\n");
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
    public void A_page_of_the_author_s_own_takes_the_place_of_a_list()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            """
            -- pages/index.md --
            ---
            title: Welcome
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
        site.ProblemCount(0)
            .Has("index.html", "<page at=\"/\">", "Welcome")
            .Has("tags/index.html", "All tags")
            .Has("tags/green/index.html", "Two");
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
