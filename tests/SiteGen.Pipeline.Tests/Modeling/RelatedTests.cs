using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Modeling;

public sealed class RelatedTests
{
    [Theory]
    [InlineData("nobody without a shared term", "", "a | tags: [x]", "b | tags: [y]")]
    [InlineData("not the post itself", "", "a | tags: [x]")]
    [InlineData(
        "newest first where all else is equal",
        "c b",
        "a | tags: [x]; date: 2026-01-01",
        "b | tags: [x]; date: 2026-01-02",
        "c | tags: [x]; date: 2026-01-03")]
    [InlineData(
        "two shared tags before one",
        "b c",
        "a | tags: [x, y]; date: 2026-01-01",
        "b | tags: [x, y]; date: 2026-01-01",
        "c | tags: [x]; date: 2026-01-03")]
    [InlineData(
        "a tag before a category",
        "b c",
        "a | tags: [x]; category: k",
        "b | tags: [x]; date: 2026-01-01",
        "c | category: k; date: 2026-01-03")]
    [InlineData(
        "a series before a category and behind a tag",
        "b c d",
        "a | tags: [x]; category: k; series: s",
        "b | tags: [x]",
        "c | series: s",
        "d | category: k")]
    [InlineData(
        "a rare tag before a common one",
        "b c d",
        "a | tags: [rare, common]",
        "b | tags: [rare]",
        "c | tags: [common]; date: 2026-02-01",
        "d | tags: [common]; date: 2026-01-01")]
    [InlineData(
        "a term written twice counts once",
        "c b",
        "a | tags: [x, X, y, z]",
        "b | tags: [x]; date: 2026-01-01",
        "c | tags: [y]; date: 2026-01-02")]
    [InlineData("authors do not count", "", "a | authors: ada", "b | authors: ada")]
    [InlineData(
        "five at most", "g f e d c", "a | tags: [x]; date: 2026-01-01", "b | tags: [x]; date: 2026-01-02",
        "c | tags: [x]; date: 2026-01-03", "d | tags: [x]; date: 2026-01-04",
        "e | tags: [x]; date: 2026-01-05", "f | tags: [x]; date: 2026-01-06",
        "g | tags: [x]; date: 2026-01-07")]
    public void The_posts_most_like_a_post_come_first(string what, string expected, params string[] posts)
    {
        using var files = TestSite.From([.. posts.Select(post => Post(post.Split(" | ")))]);
        var site = LoadedSite.Of(files).Site;
        Assert.Equal((what, expected), (what, Heads.Names(site.Related.Find(site.List.Posts.Single(post => post.Title == "a")))));
    }

    private static string Post(string[] parts) =>
        $"-- posts/{parts[0]}.md --\n---\ntitle: {parts[0]}\n{parts[1].Replace("; ", "\n", StringComparison.Ordinal)}\n---\n";
}
