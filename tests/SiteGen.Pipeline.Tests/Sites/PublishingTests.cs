using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class PublishingTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData(" \n\t\n")]
    [InlineData("\uFEFF\n")]
    [InlineData("\n\uFEFF")]
    public void Blanks_before_its_front_matter_publish_no_draft(string blanks)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three);
        site.Write("posts/a.md", $"{blanks}---\ndraft: true\ntitle: A\n---\nText.\n")
            .Write("posts/b.html", $"{blanks}---\ntitle: B\n---\n<p>Text.</p>\n")
            .Build()
            .ProblemCount(0)
            .HasNot("posts/a/index.html")
            .Has("posts/b/index.html", "<h1>B</h1>");
    }

    [Theory]
    [InlineData("draft: true", "a.md", "it is a draft")]
    [InlineData("published: false", "a.md", "it is a draft")]
    [InlineData("status: draft", "a.md", "it is a draft")]
    [InlineData("title: A", "_drafts/a.md", "it is a draft")]
    [InlineData("date: 2026-06-01T12:00:01Z", "a.md", "it is due on 2026-06-01 12:00 +00:00")]
    [InlineData("date: 2026-06-02", "a.md", "it is due on 2026-06-02 00:00 +00:00")]
    [InlineData("title: A", "2027-01-01-a.md", "it is due on 2027-01-01 00:00 +00:00")]
    [InlineData("date: 2020-01-01\npublishDate: 2026-07-01", "a.md", "it is due on 2026-07-01 00:00 +00:00")]
    [InlineData("expiryDate: 2026-06-01", "a.md", "it expired on 2026-06-01 00:00 +00:00")]
    public void A_draft_a_future_and_an_expired_post_are_left_out_unless_asked_for(string frontMatter, string path, string reason)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post(path, frontMatter)).Build();
        site.ProblemCount(0).Notes($"posts/{path}: note SG4005: left out: {reason}").HasNot("posts/a/index.html")
            .Lacks("index.html", "/posts/a/").Lacks("rss.xml", "/posts/a/").Lacks("sitemap.xml", "/posts/a/");
        site.WithDrafts()
            .WithFuture()
            .WithExpired()
            .Build()
            .Notes()
            .Has("posts/a/index.html")
            .Has("index.html", "/posts/a/")
            .Has("sitemap.xml", "/posts/a/");
    }

    [Theory]
    [InlineData("date: 2026-06-01T12:00:00Z")]
    [InlineData("date: 2026-06-01")]
    [InlineData("date: 2027-01-01\npublishDate: 2026-01-01")]
    [InlineData("expiryDate: 2026-06-02")]
    [InlineData("draft: false")]
    [InlineData("published: true")]
    [InlineData("title: without a date")]
    public void A_post_that_is_due_is_there(string frontMatter)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", frontMatter)).Build();
        site.ProblemCount(0).Notes().Has("posts/a/index.html").Has("index.html", "/posts/a/");
    }

    [Fact]
    public void A_day_begins_at_midnight_of_the_site_s_time_zone()
    {
        // At noon of June 1st in UTC it is June 2nd in Kiritimati already.
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", "date: 2026-06-02")).WithTimeZone("Pacific/Kiritimati").Build();
        site.Notes().Has("posts/a/index.html");
    }

    [Fact]
    public void A_post_appears_when_its_time_has_come()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("a.md", "title: A\ndate: 2026-06-02"))
            .Build()
            .HasNot("posts/a/index.html");
        site.WithClock("2026-06-02T00:00:00Z")
            .Build()
            .Has("posts/a/index.html", "<h1>A</h1>")
            .Has("index.html", "/posts/a/")
            .Has("posts/three/index.html", "rel=\"next\" href=\"/posts/a/\"");
    }

    [Theory]
    [InlineData("unlisted: true")]
    [InlineData("hidden: true")]
    [InlineData("status: hidden")]
    public void An_unlisted_post_has_a_page_and_stands_in_no_list(string frontMatter)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("a.md", $"{frontMatter}\ntags: secret")).Build();
        site.Has("posts/a/index.html", "Body.")
            .Lacks("index.html", "/posts/a/")
            .Lacks("rss.xml", "/posts/a/")
            .Lacks("sitemap.xml", "/posts/a/")
            .HasNot("tags/secret/index.html");
    }

    [Fact]
    public void A_title_comes_from_the_front_matter_the_heading_or_the_name()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- posts/given.md --
            ---
            title: Given
            ---
            # Heading
            -- posts/heading.md --
            # The *heading*

            Text
            -- posts/2026-01-02-my_file-name.md --
            Text
            """).Build();
        site.Has("posts/given/index.html", "<h1>Given</h1><h1 id=\"heading\">Heading</h1>")
            .Has("posts/heading/index.html", "<h1>The heading</h1><p>Text</p>")
            .Has("posts/my_file-name/index.html", "<h1>My file name</h1>");
    }

    [Fact]
    public void Posts_stand_newest_first_and_those_without_a_date_last()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            Tiny.Post("b.md", "title: B"),
            Tiny.Post("a.md", "title: A"),
            Tiny.Post("c.md", "title: C\ndate: 2024-01-01")).Build();
        site.Has(
            "index.html",
            ">Three</a><a href=\"/posts/c/\">C</a><a href=\"/posts/two/\">Two</a><a href=\"/posts/one/\">One</a>"
                + "<a href=\"/posts/a/\">A</a><a href=\"/posts/b/\">B</a>");
    }

    [Fact]
    public void A_folder_with_nothing_but_posts_is_a_whole_blog()
    {
        using var site = TestSite.From(Tiny.Three).Build();
        site.ProblemCount(0)
            .Has("index.html", "<!DOCTYPE html>", "Three", "Second body.")
            .Has("posts/one/index.html", "First body.")
            .Has("tags/green/index.html", "Two")
            .Has("tags/index.html", "green");
        var assets = site.Result.Rendered.Where(path => path.StartsWith("assets/", StringComparison.Ordinal)).ToArray();
        site.Files(
        [
            .. assets, "404.html", "archive/2023/01/index.html", "archive/2023/index.html", "archive/2024/01/index.html",
            "archive/2024/index.html", "archive/2025/01/index.html",
            "archive/2025/index.html", "archive/index.html", "atom.xml", "feed.json", "feeds/index.html",
            "manifest.webmanifest", "index.html", "posts/one/index.html", "posts/three/index.html", "posts/two/index.html",
            "robots.txt", "rss.xml", "sitemap.xml", "tags/green/index.html", "tags/green/rss.xml", "tags/index.html",
        ]);
    }

    [Fact]
    public void When_no_post_is_published_it_is_told_why()
    {
        using var site = TestSite.From(
            "-- posts/a.md --\n---\ndraft: true\n---\n-- posts/b.md --\n---\ndraft: true\n---\n-- posts/c.md --\n---\ndate: 2999-01-01\n---\n"
            + "-- posts/d.md --\n---\nexpiryDate: 2000-01-01\n---\n").Build();
        site.Problems("posts: warning SG1004: no post is published: 2 are drafts, 1 is not yet due, 1 has expired");
        Assert.Equal("build with --drafts --future --expired to see them all the same", site.Diagnostics.First(problem => problem.Hint is not null).Hint);
    }

    [Fact]
    public void Two_posts_with_one_guid_are_told()
    {
        using var site = TestSite.From(
            "-- posts/a.md --\n---\ntitle: A\nguid: x\n---\n-- posts/b.md --\n---\ntitle: B\nguid: x\n---\n").Build();
        site.Problems(
            "posts/b.md(3,1): warning SG4034: the guid 'x' is that of posts/a.md too, so that feed readers show only one of the two");
    }
}
