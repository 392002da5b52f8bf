using SiteGen.Pipeline.Modeling;

namespace SiteGen.Pipeline.Tests.Modeling;

public sealed class ArchiveTests
{
    [Fact]
    public void Posts_are_grouped_by_year_and_month_latest_first()
    {
        var posts = Heads.All(
            "e | date: 2026-03-05",
            "d | date: 2026-03-01",
            "c | date: 2026-01-31",
            "b | date: 2024-12-31",
            "a | date: 0999-01-01");
        var years = Archive.YearsOf(PostList.Create("posts", posts));
        Assert.Equal(
            ["/archive/2026/ e d c: 03 e d, 01 c", "/archive/2024/ b: 12 b", "/archive/0999/ a: 01 a"],
            years.Select(year => $"{year.Url} {Heads.Names(year.List.Posts)}: {string.Join(", ", year.Months.Select(Line))}"));
        Assert.Equal("/archive/2026/03/", years[0].Months[0].Url);
    }

    [Fact]
    public void A_post_without_a_date_is_in_no_year() =>
        Assert.Equal("a", Heads.Names(Archive.YearsOf(PostList.Create("posts", Heads.All("a | date: 2026-01-01", "b | draft: false")))
            .SelectMany(year => year.List.Posts)));

    [Fact]
    public void Midnight_is_that_of_the_site()
    {
        // 23:30 in London is the next day, month and year in Berlin.
        var year = Assert.Single(Archive.YearsOf(PostList.Create("posts", Heads.All("a | date: 2025-12-31T23:30:00Z"))));
        Assert.Equal((2026, 1), (year.Number, year.Months[0].Number));
    }

    [Fact]
    public void Nothing_has_no_years() => Assert.Empty(Archive.YearsOf(PostList.Create("posts", [])));

    [Fact]
    public void Lists_of_different_years_and_months_have_different_names()
    {
        var years = Archive.YearsOf(PostList.Create(
            "posts", Heads.All("b | date: 2026-11-01", "c | date: 2026-01-01", "a | date: 2025-11-01")));
        var ids = years.Select(year => year.List.Id).Concat(years.SelectMany(year => year.Months).Select(month => month.List.Id)).ToArray();
        Assert.Equal((5, 5), (ids.Length, ids.Distinct().Count()));
    }

    private static string Line(Month month) => $"{month.Url[^3..^1]} {Heads.Names(month.List.Posts)}";
}
