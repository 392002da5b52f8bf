using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Posts in parts.</summary>
public sealed class SeriesTests
{
    private const string Theme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/post.html --
        {{ if post.series?.url }}{{ post.series.part }}/{{ post.series.count }} of {{ post.series.name }} {{ post.series.previous?.title }}<{{ post.title }}>{{ post.series.next?.title }}{{ else if post.series }}alone in {{ post.series.name }}{{ end }}
        -- templates/term.html --
        {{ term.name }}:{{ for post in term.posts }} {{ post.title }}{{ end }}

        """;

    private static string Part(string name, string date, string more = "") =>
        Tiny.Post($"{name}.md", $"title: {name}\ndate: {date}\nseries: Boats\n{more}");

    [Fact]
    public void Parts_stand_in_the_order_of_their_dates()
    {
        using var site = TestSite.From(
            Theme,
            Part("b", "2026-02-01"),
            Part("a", "2026-01-01"),
            Part("c", "2026-03-01"),
            Tiny.Post("x.md", "title: X\ndate: 2026-02-02")).Build();
        site.Problems().Has(
            "posts/a/index.html",
            "1/3 of Boats &lt;a&gt;b".Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal))
            .Has("posts/b/index.html", "2/3 of Boats a<b>c").Has("posts/c/index.html", "3/3 of Boats b<c>")
            .Has("series/boats/index.html", "Boats: a b c")
            .Has("series/index.html", "Boats")
            .Has("series/boats/rss.xml", "<title>Boats · My blog</title>");
        // The feed is newest first all the same.
        Assert.Matches("(?s)<title>c</title>.*<title>b</title>.*<title>a</title>", site.Output("series/boats/rss.xml"));
        site.Edit("posts/c.md", "2026-03-01", "2025-01-01")
            .Build()
            .Has("posts/c/index.html", "1/3 of Boats <c>a")
            .Has("series/boats/index.html", "c a b");
        site.Edit("posts/a.md", "series: Boats", "series: Ships")
            .Build()
            .Has("posts/b/index.html", "2/2 of Boats c<b>")
            .Has("posts/a/index.html", "1/1 of Ships");
    }

    [Fact]
    public void A_part_that_says_its_number_stands_there()
    {
        using var site = TestSite.From(
            Theme,
            Part("b", "2026-02-01", "part: 1"),
            Part("a", "2026-01-01", "series_order: 2"),
            Part("c", "2025-03-01")).Build();
        site.Problems().Has("series/boats/index.html", "Boats: b a c").Has("posts/c/index.html", "3/3 of Boats a<c>");
        site.Edit("posts/a.md", "series_order: 2", "series_order: 1").Build()
            .Problems("posts/b.md(5,1): warning SG4012: part 1 of the series 'Boats' is 'posts/a.md' already");
    }

    [Fact]
    public void A_post_in_no_list_is_no_part_and_a_draft_neither()
    {
        using var site = TestSite.From(
            Theme,
            Part("a", "2026-01-01"),
            Part("hidden", "2026-01-02", "unlisted: true"),
            Part("draft", "2026-01-03", "draft: true")).Build();
        site.Problems().Has("posts/a/index.html", "1/1 of Boats").Has("posts/hidden/index.html", "alone in Boats");
        site.WithDrafts().Build().Has("posts/draft/index.html", "2/2 of Boats");
    }

    [Fact]
    public void The_built_in_theme_shows_the_series()
    {
        using var site = TestSite.From(
            Part("a", "2026-01-01"),
            Part("b", "2026-02-01"),
            Part("c", "2026-03-01"),
            "-- data/series.yml --\nBoats: All about boats.\n").Build();
        site.Problems().Has(
            "posts/b/index.html",
            "Part 2 of 3",
            "<a href=\"/series/boats/\">Boats</a>",
            "<a href=\"/posts/a/\">a</a>",
            "<a href=\"/posts/c/\">c</a>").Has("series/boats/index.html", "All about boats.");
    }

    [Fact]
    public void A_second_series_is_left_out_and_told()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", "series: [One, Two]"), Tiny.Post("b.md", "series: [One]")).Build();
        site.Problems("posts/a.md(2,9): warning SG2104: a post is a part of one series; 'One' is used")
            .Has("series/one/index.html", "/posts/a/")
            .HasNot("series/two/index.html");
    }
}
