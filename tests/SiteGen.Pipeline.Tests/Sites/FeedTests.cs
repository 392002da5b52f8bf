using System.Xml.Linq;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class FeedTests
{
    [Fact]
    public void The_feeds_are_complete()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            title: Peas & beans
            description: <all> of it
            base_url: https://example.org/blog/
            time_zone: Europe/Berlin
            language: de
            copyright: © Ada
            author: Ada
            -- posts/first.md --
            ---
            title: First & "best" <post>
            date: 2026-03-05
            updated: 2026-03-06T10:00:00+01:00
            tags: [green]
            categories: [Sea]
            description: In short & good.
            ---
            See [the other](second.md#part), [home](/), [note](#note) and ![](pic.png).
            -- posts/second.md --
            ---
            title: Second
            date: 2026-01-01T08:00:00Z
            guid: old-id-7
            author: Grace
            ---
            Text.
            -- posts/pic.png --
            pic
            """).Build();
        site.ProblemCount(0);
        foreach (var feed in (string[])["rss.xml", "atom.xml", "feed.json", "tags/green/rss.xml"])
        {
            Snapshot.Match(site.Output(feed), $"SiteGen.Pipeline.Tests/Sites/expected/{feed}");
        }

        Assert.Equal(2, XDocument.Parse(site.Output("rss.xml")).Descendants("item").Count());
    }

    [Fact]
    public void Any_text_makes_a_feed_that_is_XML()
    {
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: \"a\\u0007\\uFFFEb ]]> <!-- & é\"\n---\n<script>if (a < b && c) "
            + "{}</script>\n\n\u0008 ]]> &nbsp; &bogus; <br>\n")
            .Build();
        Assert.Equal("ab ]]> <!-- & é", XDocument.Parse(site.Output("rss.xml")).Descendants("item").Single().Element("title")?.Value);
        XDocument.Parse(site.Output("atom.xml"));
        using var json = System.Text.Json.JsonDocument.Parse(site.Output("feed.json"));
    }

    [Fact]
    public void The_feed_holds_the_newest_posts()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- sitegen.yml --\nfeeds: {entries: 2, rss: feed/index.xml}\n").Build();
        site.Has("feed/index.xml", "Three", "Two").Lacks("feed/index.xml", "One").HasNot("rss.xml");
    }

    [Fact]
    public void An_older_post_enters_a_feed_that_has_room()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        site.Write("posts/old.md", "---\ntitle: Old\ndate: 2001-01-01\n---\n").Build().Has("rss.xml", "<title>Old</title>");
        site.Delete("posts/old.md").Build().Lacks("rss.xml", "<title>Old</title>");
    }

    [Fact]
    public void The_sitemap_lists_what_may_be_found()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post(
            "no.md",
            "noindex: true\ndate: 2020-01-01\nupdated: 2022-02-02"), Tiny.Post(
                "upd.md", "title: A & B\nslug: ä b\ndate: 2020-01-01\nupdated: 2022-02-02"),
            "-- pages/about.md --\nAbout\n-- static/x.html --\nx\n-- sitegen.yml --\nbase_url: https://example.org/blog/\npaginate: 2\n")
                .Build();
        Snapshot.Match(site.Output("sitemap.xml"), "SiteGen.Pipeline.Tests/Sites/expected/sitemap.xml");
        Assert.Equal("urlset", XDocument.Parse(site.Output("sitemap.xml")).Root?.Name.LocalName);
        site.Is("robots.txt", "User-agent: *\nAllow: /\n\nSitemap: https://example.org/blog/sitemap.xml\n")
            .Is("404.html", "<404 at=\"/blog/404.html\">Not here.\n</404>\n");
    }
}
