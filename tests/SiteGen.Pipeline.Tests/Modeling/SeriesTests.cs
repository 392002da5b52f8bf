using System.Collections.Immutable;
using SiteGen.Pipeline.Modeling;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Modeling;

public sealed class SeriesTests
{
    [Theory]
    [InlineData("by date, oldest first", "a b c", "c | date: 2026-03-01", "a | date: 2026-01-01", "b | date: 2026-02-01")]
    [InlineData(
        "by number before any date",
        "b a c",
        "c | date: 2020-01-01",
        "a | date: 2026-01-01; part: 2",
        "b | date: 2026-02-01; part: 1")]
    [InlineData("numbers may have gaps", "c a b", "a | part: 10", "b | part: 200", "c | part: 1")]
    [InlineData("without a date behind those with one", "b a", "a | draft: false", "b | date: 2026-01-01")]
    [InlineData("by path where nothing else decides", "a b c", "b | draft: false", "c | draft: false", "a | draft: false")]
    [InlineData("one alone", "a", "a | part: 7")]
    public void Parts_stand_in_order(string what, string expected, params string[] posts)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        Assert.Equal((what, expected), (what, Heads.Names(Series.InOrder(Heads.All(posts), problems))));
        Assert.Empty(problems);
    }

    [Fact]
    public void Each_number_that_is_given_again_is_reported_where_it_stands()
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var posts = Heads.All(
            "a | series: S; part: 1; date: 2026-01-01",
            "b | series: S; part: 1; date: 2026-01-02",
            "c | series: S; part: 1; date: 2026-01-03",
            "d | series: S; part: 2");
        Assert.Equal("a b c d", Heads.Names(Series.InOrder(posts, problems)));
        Assert.Equal(
            ["posts/b.md 4 'posts/a.md'", "posts/c.md 4 'posts/b.md'"],
            problems.Select(problem => $"{problem.Path} {problem.Start.Line} {problem.Message.Split(' ')[^2]}"));
    }
}
