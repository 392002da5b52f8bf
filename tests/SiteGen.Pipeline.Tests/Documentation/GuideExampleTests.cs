using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>What the guide tells theme authors to write can be written.</summary>
public sealed class GuideExampleTests
{
    private static readonly string[] s_posts =
    [
        .. Repository.Files("posts/templates").Where(path => path.EndsWith(".md", StringComparison.Ordinal))
    ];

    [Fact]
    public void Every_example_in_the_posts_about_templates_is_a_template_without_errors()
    {
        var examples = s_posts.Select(path => new ReferencePage(path))
            .SelectMany(page => page.Fences.Select(fence => fence.Text).Concat(page.CodeSpans))
            .Where(text => text.Contains("{{", StringComparison.Ordinal) && text.Contains("}}", StringComparison.Ordinal)).ToArray();
        Assert.True(examples.Length >= 10);
        Assert.Empty(examples.SelectMany(text => LoadedSite.Parse("example.html", text).Diagnostics).Select(problem => problem.ToText()));
    }

    [Fact]
    public void The_theme_in_thirty_lines_has_about_thirty_lines_and_builds_a_blog()
    {
        var fences = new ReferencePage("posts/templates/a-theme-in-thirty-lines.md").Fences.ToArray();
        string[] theme = [.. fences.Where(fence => fence.Kind == "html").Take(3).Select(fence => fence.Text)];
        Assert.InRange(theme.Sum(text => text.Count(c => c == '\n')), 20, 32);
        using var site = TestSite.From("""
            -- sitegen.yml --
            title: Mine
            paginate: 1
            -- posts/a.md --
            ---
            title: First
            date: 2026-01-01
            tags: [rain]
            ---
            One.
            -- posts/b.md --
            ---
            title: Second
            date: 2026-01-02
            ---
            Two.
            -- pages/about.md --
            # About
            """);
        site.Write("templates/layout.html", theme[0])
            .Write("templates/home.html", theme[1])
            .Write("templates/post.html", theme[2])
            .Write("templates/assets/style.css", fences.First(fence => fence.Kind == "css").Text)
            .Build().Problems()
            .Has("index.html", "<h1>Mine</h1>", "<h2><a href=\"/posts/b/\">Second</a></h2>", "<p>Two.</p>")
            .Has("index.html", "<a href=\"/page/2/\">Older</a>")
            .Has("page/2/index.html", "<a href=\"/\">Newer</a>")
            .Has("posts/a/index.html", "<title>First</title>", "<p>01 January 2026</p>", "<p>One.</p>")
            .Has("posts/a/index.html", "<a href=\"/tags/rain/\">rain</a>", "After this: <a href=\"/posts/b/\">Second</a>")
            .Has("about/index.html", "<h1>About</h1>")
            .Has("tags/rain/index.html", "First");
    }

    [Fact]
    public void The_pieces_of_part_one_change_the_built_in_theme()
    {
        var fences = new ReferencePage("posts/templates/overriding-the-theme.md").Fences.ToArray();
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: First\ndate: 2026-01-01\n---\nOne.");
        site.Write("templates/partials/footer.html", fences.First(fence => fence.Text.StartsWith("<footer", StringComparison.Ordinal)).Text)
            .Write("templates/partials/head-end.html", fences.First(fence => fence.Text.StartsWith("<link", StringComparison.Ordinal)).Text)
            .Write("templates/assets/mine.css", fences.First(fence => fence.Kind == "css").Text)
            .Build().Problems()
            .Has("posts/a/index.html", "grows at plot 14. <a href=\"/about/\">", "<link rel=\"stylesheet\" href=\"/assets/mine.");
    }
}
