using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Names in two Unicode forms are one name: some file systems hand them out apart, letter and accent.</summary>
public sealed class UnicodeTests
{
    [Fact]
    public void Two_forms_of_a_tag_are_one_page()
    {
        using var site = TestSite.From(
            "-- posts/a.md --\n---\ntitle: A\ntags: [Caf\u00E9]\n---\n-- posts/b.md --\n---\ntitle: B\ntags: [Cafe\u0301]\n---\n").Build();
        site.Has("tags/caf\u00E9/index.html").HasNot("tags/cafe\u0301/index.html").ProblemCount(1);
    }

    [Fact]
    public void An_entity_in_a_title_is_decoded_once_and_escaped_once_wherever_it_is_shown()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            title: Ben &amp; Co
            base_url: https://example.org/
            -- posts/a.md --
            ---
            title: GSA&#8217;s &lt;Q&amp;A&gt;
            description: Zo&euml;
            tags: R&amp;D
            date: 2026-01-01
            ---
            Text
            """).Build();
        site.Problems()
            .Has("posts/a/index.html", "GSA’s &lt;Q&amp;A&gt;</h1>", "<title>GSA’s &lt;Q&amp;A&gt; · Ben &amp; Co</title>", "Zoë")
            .Has("rss.xml", "<title>GSA’s &lt;Q&amp;A&gt;</title>", "<category>R&amp;D</category>")
            .Has("tags/r-d/index.html", "R&amp;D");
        foreach (var page in (string[])["posts/a/index.html", "index.html", "rss.xml", "atom.xml", "feed.json", "tags/r-d/index.html"])
        {
            site.Lacks(page, "&amp;amp;").Lacks(page, "#8217");
        }
    }

    [Fact]
    public void Two_forms_of_an_address_clash()
    {
        using var site =
            TestSite.From("-- posts/a.md --\n---\nslug: \u00E9t\u00E9\n---\n-- posts/b.md --\n---\nslug: e\u0301te\u0301\n---\n").Build();
        Assert.Equal("SG4002", Assert.Single(site.Diagnostics).Rule.Code);
    }
}
