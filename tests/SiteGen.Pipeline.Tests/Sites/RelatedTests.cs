using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Posts that have much in common.</summary>
public sealed class RelatedTests
{
    private const string Theme =
        """
        -- templates/layout.html --
        {{ content }}
        -- templates/post.html --
        {{ for other in post.related }}{{ other.title }} {{ end }}|

        """;

    private static string Post(string name, string more) => Tiny.Post($"{name}.md", $"title: {name}\n{more}");

    [Fact]
    public void More_shared_terms_and_rarer_ones_count_more()
    {
        using var site = TestSite.From(
            Theme, Post("a", "tags: [sea, boats, rare]\ndate: 2026-01-01"), Post("b", "tags: [sea]\ndate: 2026-01-02"),
            Post("c", "tags: [sea, boats]\ndate: 2026-01-03"),
            Post("d", "tags: [rare]\ndate: 2025-01-01"), Post("e", "tags: [hills]"), Post("f", "date: 2026-02-01")).Build();
        // 'rare' is on two posts, 'boats' on two, 'sea' on three.
        site.Problems().Is("posts/a/index.html", "c d b |\n\n").Is("posts/e/index.html", "|\n\n").Is("posts/f/index.html", "|\n\n");
    }

    [Fact]
    public void At_most_five_and_of_equal_ones_the_newest()
    {
        using var site = TestSite.From([Theme, .. Enumerable.Range(1, 8).Select(day => Post($"p{day}", $"tags: x\ndate: 2026-01-0{day}"))])
            .Build();
        site.Is("posts/p7/index.html", "p8 p6 p5 p4 p3 |\n\n");
    }

    [Fact]
    public void Law_5_what_is_related_follows_the_terms()
    {
        using var site = TestSite.From(Theme, Post("a", "tags: x"), Post("b", "tags: y"), Post("c", "categories: [k]\nseries: s"))
            .Build()
            .Is("posts/a/index.html", "|\n\n");
        site.Edit("posts/b.md", "tags: y", "tags: x").Build().Is("posts/a/index.html", "b |\n\n").Is("posts/b/index.html", "a |\n\n");
        site.Edit("posts/b.md", "tags: x", "series: s").Build().Is("posts/b/index.html", "c |\n\n").Is("posts/a/index.html", "|\n\n");
        site.Edit("posts/b.md", "title: b", "title: B").Build().Is("posts/c/index.html", "B |\n\n");
        site.Delete("posts/b.md").Build().Is("posts/c/index.html", "|\n\n");
    }
}
