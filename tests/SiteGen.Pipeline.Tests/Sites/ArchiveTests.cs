using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Posts by year and month.</summary>
public sealed class ArchiveTests
{
    private const string Posts =
        "-- posts/a.md --\n---\ntitle: A\ndate: 2024-01-31\n---\n-- posts/b.md --\n---\ntitle: B\ndate: 2026-03-01T00:30:00+01:00\n---\n" +
        "-- posts/c.md --\n---\ntitle: C\ndate: 2026-03-31\n---\n-- posts/never.md --\n---\ntitle: Never\n---\n";

    private const string Theme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/archive.html --
        {{ archive.year?.year }}-{{ archive.month?.month }}:{{ for post in (archive.month ?? archive.year)?.posts }} {{ post.title }}{{ end }}
        {{ for year in archive.years }}{{ year.year }}({{ year.count }}){{ for month in year.months }} {{ month.date | date.to_string '%b' }}={{ month.url }}{{ end }};{{ end }}
        older={{ archive.previous_url }} newer={{ archive.next_url }}

        """;

    [Fact]
    public void Years_and_months_have_pages_in_the_site_s_time_zone()
    {
        using var site = TestSite.From(Theme, Posts).Build();
        site.Problems().Has(
            "archive/index.html",
            "-:\n2026(2) Mar=/archive/2026/03/ Feb=/archive/2026/02/;2024(1) Jan=/archive/2024/01/;\nolder= newer=\n")
            .Has("archive/2026/index.html", "2026-: C B\n", "older=/archive/2024/ newer=\n")
            .Has("archive/2026/02/index.html", "2026-2: B\n", "older=/archive/2024/01/ newer=/archive/2026/03/\n")
            .Has("archive/2024/01/index.html", ": A\n").HasNot("archive/2025/index.html").Has("sitemap.xml", "/archive/2026/02/");
        using var east = TestSite.From(Theme, Posts)
            .WithTimeZone("Europe/Berlin")
            .Build()
            .Has("archive/2026/03/index.html", "2026-3: C B\n")
            .HasNot("archive/2026/02/index.html");
    }

    [Fact]
    public void Months_can_be_left_out_and_everything_can()
    {
        using var site = TestSite.From(Theme, Posts, "-- sitegen.yml --\narchives: years\n").Build();
        site.Has("archive/2026/index.html", "C B").HasNot("archive/2026/03/index.html").Has("archive/index.html", " Mar= Feb=;");
        site.Edit("sitegen.yml", "years", "off").Build().HasNot("archive/index.html").HasNot("archive/2026/index.html");
    }

    [Fact]
    public void A_new_post_moves_nothing_that_does_not_show_it()
    {
        using var site = TestSite.From(Theme, Posts, "-- templates/post.html --\n{{ post.title }}\n").Build();
        site.Write("posts/d.md", "---\ntitle: D\ndate: 2024-01-01\n---\n").Build()
            .Rendered(
                "404.html", "archive/2024/01/index.html", "archive/2024/index.html", "archive/2026/02/index.html",
                "archive/2026/03/index.html", "archive/2026/index.html", "archive/index.html", "atom.xml",
                "feed.json", "index.html", "posts/d/index.html", "rss.xml", "sitemap.xml");
        site.Edit(
            "posts/d.md",
            "title: D",
            "title: E").Build().Has(
                "archive/2024/01/index.html",
                " A E").Rendered(
                    "404.html", "archive/2024/01/index.html", "archive/2024/index.html", "atom.xml", "feed.json",
                    "index.html", "posts/d/index.html", "rss.xml", "sitemap.xml");
    }

    [Fact]
    public void The_built_in_theme_lists_years_months_and_posts()
    {
        using var site = TestSite.From(Posts).Build();
        site.Problems()
            .Has("archive/index.html", "<a href=\"/archive/2026/\">2026</a>", "<a href=\"/archive/2026/\">2026</a>", ">B</a>", "1 post")
            .Has("archive/2026/index.html", ">C</a>", ">B</a>")
            .Has("index.html", "<a href=\"/archive/\">Archive</a>");
    }

    [Fact]
    public void A_site_without_dates_has_no_archive()
    {
        using var site = TestSite.From("-- posts/a.md --\n# A\n").Build();
        site.Problems().HasNot("archive/index.html").Lacks("index.html", "/archive/");
    }
}
