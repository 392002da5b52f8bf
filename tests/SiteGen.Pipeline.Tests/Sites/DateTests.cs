using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What the dates of posts mean, in a site far from Greenwich.</summary>
public sealed class DateTests
{
    private const string Theme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/post.html --
        {{ post.date | date.to_string '%FT%T%Z' }} {{ post.updated | date.to_string '%FT%T%Z' }}

        """;

    [Fact]
    public void A_time_without_an_offset_is_one_of_the_site_or_utc()
    {
        using var site = TestSite.From(
            Theme,
            Tiny.Post("a.md", "date: 2024-05-01 14:00\nupdated: 2024-05-01 14:00 +0000"),
            "-- sitegen.yml --\ntime_zone: Pacific/Auckland\n").Build();
        site.Problems().Has("posts/a/index.html", "2024-05-01T14:00:00+12:00 2024-05-02T02:00:00+12:00");
        site.Write("sitegen.yml", "time_zone: Pacific/Auckland\ndates: {without_offset: utc}\n")
            .Build()
            .Problems()
            .Has("posts/a/index.html", "2024-05-02T02:00:00+12:00 2024-05-02T02:00:00+12:00");
    }

    [Theory]
    [InlineData("2024-05-01 23:30 -0400", "2024/05/02", "2024/05/01")]
    [InlineData("2024-05-01T01:00:00+12:00", "2024/04/30", "2024/05/01")]
    [InlineData("2024-05-01 23:30", "2024/05/01", "2024/05/01")]
    [InlineData("2024-12-31 23:30 EST", "2025/01/01", "2024/12/31")]
    [InlineData("2024-05-01", "2024/05/01", "2024/05/01")]
    [InlineData("2024-03-31 02:30", "2024/03/31", "2024/03/31")]
    public void The_day_in_an_address_is_that_of_the_site_or_the_one_written(string date, string ofSite, string written)
    {
        foreach (var key in (string[])["date", "publishDate"])
        {
            using var site = TestSite.From(Tiny.Post("a.md", $"{key}: {date}"), Options("site")).Build();
            site.Has($"{ofSite}/a/index.html").Write("sitegen.yml", Options("written")["-- sitegen.yml --\n".Length..])
                .Build()
                .Has($"{written}/a/index.html");
        }

        static string Options(string day) =>
            "-- sitegen.yml --\ntime_zone: Europe/Berlin\npermalink: /:year/:month/:day/:slug/\n" + $"dates: {{url_day: {day}}}\n";
    }

    [Theory]
    [InlineData("site", "2024/05/01")]
    [InlineData("written", "2024/05/02")]
    public void A_time_in_utc_has_the_day_of_the_site_unless_the_written_one_is_asked_for(string day, string expected)
    {
        using var site = TestSite.From(
            Tiny.Post("a.md", "date: 2024-05-02 02:00:00"),
            Tiny.Post("2024-05-02-b.md", "title: B"),
            "-- sitegen.yml --\ntime_zone: America/New_York\npermalink: /:year/:month/:day/:slug/\n"
            + $"dates: {{without_offset: utc, url_day: {day}}}\n").Build();
        site.Problems().Has($"{expected}/a/index.html").Has("2024/05/02/b/index.html");
    }

    [Theory]
    [InlineData(
        "2024-02-30-x.md", "title: X", "2024/02/29/x",
        "'2024-02-30-x' begins with '2024-02-30', and there is no such day; read as 2024-02-29")]
    [InlineData(
        "2024-02-30-x.md", "date: 2024-03-01", "2024/03/01/x",
        "'2024-02-30-x' begins with '2024-02-30', and there is no such day; the date in the front matter is used")]
    [InlineData(
        "2024-13-05-x.md", "title: X", "2024-13-05-x",
        "'2024-13-05-x' begins with '2024-13-05', and there is no such day; it was read as a part of the name")]
    [InlineData(
        "9999-02-28-x/index.md", "title: X", "9998/12/31/x",
        "'9999-02-28-x' begins with '9999-02-28', which was read as 9998-12-31: a date is in the years 2 to 9998")]
    [InlineData(
        "9999-12-31-x.md", "date: 2024-03-01", "2024/03/01/x",
        "'9999-12-31-x' begins with '9999-12-31', which was left out: a date is in the years 2 to 9998")]
    [InlineData(
        "0001-01-01-x.md", "title: X", "x",
        "'0001-01-01-x' begins with '0001-01-01', which was left out: a date is in the years 2 to 9998")]
    public void A_file_named_for_a_day_that_cannot_be_is_told_of(string file, string front, string url, string expected)
    {
        using var site = TestSite.From(
            Theme, Tiny.Post(file, front), "-- sitegen.yml --\npermalink: /:year/:month/:day/:slug/\ntime_zone: Asia/Tokyo\n")
            .WithFuture().Build();
        site.Problems($"posts/{file}: warning SG2102: {expected}").Has($"{url}/index.html");
    }

    [Theory]
    [InlineData("0001-01-01", "was left out")]
    [InlineData("0001-01-01T00:00:00+14:00", "was left out")]
    [InlineData("9999-12-31 23:59:59 -12:00", "was read as 9998-12-31")]
    [InlineData("9999-01-01T00:00:00Z", "was read as 9998-12-31")]
    public void A_date_of_the_first_or_last_year_is_told_of(string date, string taken)
    {
        foreach (var zone in (string[])["Pacific/Apia", "America/Los_Angeles"])
        {
            using var site = TestSite.From(
                Tiny.Post("a.md", $"date: {date}\nexpiryDate: {date}"), $"-- sitegen.yml --\ntime_zone: {zone}\n").WithFuture().Build();
            site.Problems(
                $"posts/a.md(2,7): warning SG2102: '{date}' {taken}: a date is in the years 2 to 9998",
                $"posts/a.md(3,13): warning SG2102: '{date}' {taken}: a date is in the years 2 to 9998").Has("posts/a/index.html");
        }
    }

    [Theory]
    [InlineData("a.md", "date: 9999-12-31")]
    [InlineData("a.md", "publishDate: 9999-12-31 12:00")]
    [InlineData("9999-12-31-a.md", "title: A")]
    public void A_post_that_is_held_back_for_ever_stays_so(string file, string front)
    {
        using var site = TestSite.From(Tiny.Post(file, front)).Build();
        site.ProblemCount(2).HasNot("posts/a/index.html");
        Assert.StartsWith("left out: it is due on 9998-12-31", site.Diagnostics.Single(problem => problem.Rule.Code == "SG4005").Message);
    }

    [Theory]
    [InlineData("0002-01-01")]
    [InlineData("0002-01-01T00:00:00+14:00")]
    [InlineData("0002-01-01 00:00")]
    [InlineData("9998-12-31")]
    [InlineData("9998-12-31 23:59:59 -12:00")]
    [InlineData("9998-12-31 23:59")]
    public void The_years_beside_them_are_built_like_any_other(string date)
    {
        foreach (var zone in (string[])["Pacific/Apia", "America/Los_Angeles", "UTC"])
        {
            using var site = TestSite.From(
                Tiny.Post("a.md", $"date: {date}\nupdated: {date}"),
                $"-- posts/{date[..10]}-b.md --\nB\n",
                $"-- sitegen.yml --\ntime_zone: {zone}\npermalink: /:year/:month/:day/:slug/\n").WithFuture().Build();
            site.Problems().Has($"{date[..10].Replace('-', '/')}/b/index.html").Has("rss.xml").Has("atom.xml").Has("feed.json");
        }
    }

    [Theory]
    [InlineData("date.add_days post.date (-365)", "the date is out of range")]
    [InlineData("post.date - (timespan.from_days 365)", "the date is out of range")]
    [InlineData("date.add_years post.date (-1)", "the date is out of range")]
    [InlineData("date.add_hours (date.add_days post.date (-364)) (-14)", null)]
    [InlineData("(date.add_hours (date.add_days post.date (-364)) (-14)).date", null)]
    public void Templates_do_not_reckon_beyond_the_first_day_in_any_time_zone(string code, string? expected)
    {
        using var site = TestSite.From(
            "-- templates/layout.html --\n{{ content }}\n"
            + $"-- templates/post.html --\n{{{{ d = {code}; d | date.in_zone 'America/New_York'; d | object.format 'o' }}}}\n",
            Tiny.Post("a.md", "date: 0002-01-01"),
            "-- sitegen.yml --\ntime_zone: Asia/Tokyo\n").Build();
        site.ProblemCount(expected is null ? 0 : 1);
        Assert.Equal(expected, site.Diagnostics.SingleOrDefault()?.Message);
    }

    [Fact]
    public void When_a_post_is_due_is_a_time_of_the_site_too()
    {
        using var site = TestSite.From(
            Tiny.Post("early.md", "publishDate: 2026-05-01 14:00"),
            Tiny.Post("late.md", "publishDate: 2026-05-01 14:01"),
            Tiny.Post("gone.md", "expiryDate: 2026-05-01 14:00"),
            "-- sitegen.yml --\ntime_zone: Pacific/Auckland\n").WithClock("2026-05-01T02:00:00Z").Build();
        site.Problems().Has("posts/early/index.html").Notes(
            "posts/gone.md: note SG4005: left out: it expired on 2026-05-01 14:00 +12:00",
            "posts/late.md: note SG4005: left out: it is due on 2026-05-01 14:01 +12:00");
    }

    [Theory]
    [InlineData("", "date: 2026-01-02 11:00", "2026-01-02T11:00:00+13:00")]
    [InlineData("dates: {without_offset: utc}", "date: 2026-01-02 11:00", "2026-01-03T00:00:00+13:00")]
    [InlineData("", "comment_date: 2026-01-02 11:00:00", "2026-01-02T11:00:00+13:00")]
    [InlineData("", "{comment_date: 2026-01-02 11:00:00, comment_date_gmt: 2026-01-01 22:00:00}", "2026-01-02T11:00:00+13:00")]
    [InlineData("", "{comment_date: 2026-01-02 11:00:00, comment_date_gmt: 0000-00-00 00:00:00}", "2026-01-02T11:00:00+13:00")]
    [InlineData("", "createdAt: 2026-01-01T22:00:00", "2026-01-02T11:00:00+13:00")]
    public void A_time_of_a_comment_is_one_of_the_site_unless_its_program_writes_utc(string options, string date, string expected)
    {
        using var site = TestSite.From(
            $"-- sitegen.yml --\ntime_zone: Pacific/Auckland\n{options}\n-- posts/hello.md --\nHello\n"
            + "-- templates/layout.html --\n{{ content }}\n"
            + "-- templates/post.html --\n{{ for c in post.comments }}{{ c.date | date.to_string '%FT%T%Z' }}{{ end }}\n"
            + $"-- data/comments/hello.yml --\n- {{author: A, body: b, {date.Trim('{', '}')}}}\n");
        site.Build().Problems().Is("posts/hello/index.html", expected + "\n\n");
    }
}
