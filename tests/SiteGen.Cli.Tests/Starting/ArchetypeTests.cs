using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Starting;

/// <summary>The templates of new posts and pages, in the folder <c>archetypes</c>.</summary>
public sealed class ArchetypeTests : IDisposable
{
    private const string Post = "posts/2026-03-05-rain-and-sun.md";

    private readonly StartedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void An_archetype_has_the_front_matter_as_a_whole_and_in_parts()
    {
        _site.Write("archetypes/post.md", """
            ---
            {{ front_matter }}
            series: Weather
            ---
            {{ title }}|{{ date }}|{{ date.year }}|{{ slug }}|{{ author }}|{{ draft }}|{{ tags | array.join ", " }}|{{ section }}
            {{ include "rules.md" }}
            """);
        _site.Write("archetypes/rules.md", "Be brief.");
        Assert.Equal(0, _site.New("post", "Rain and sun", "--tag", "a", "--tag", "b", "--draft", "--section", "x").ExitCode);
        Assert.Equal("""
            ---
            title: Rain and sun
            date: 2026-03-05T13:00:00+01:00
            author: Ana
            tags: [a, b]
            draft: true
            series: Weather
            ---
            Rain and sun|2026-03-05T13:00:00+01:00|2026|rain-and-sun|Ana|true|a, b|x
            Be brief.
            """, _site["posts/x/2026-03-05-rain-and-sun.md"].ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("garden/tools", "post", "garden/tools", "archetypes/garden/tools.md", "archetypes/garden.md", "archetypes/post.md")]
    [InlineData("garden", "post", "garden/tools", "archetypes/garden.md", "archetypes/post.md", "archetypes/default.md")]
    [InlineData("post", "post", "garden", "archetypes/post.md", "archetypes/default.md", "archetypes/page.md")]
    [InlineData("default", "post", "garden", "archetypes/default.md", "archetypes/page.md", "archetypes/other.md")]
    [InlineData("page", "page", null, "archetypes/page.md", "archetypes/default.md", "archetypes/post.md")]
    [InlineData("default", "page", null, "archetypes/default.md", "archetypes/post.md")]
    public void The_most_particular_archetype_is_taken(string expected, string kind, string? section, params string[] files)
    {
        foreach (var file in files)
        {
            _site.Write(file, $"---\n{{{{ front_matter }}}}\n---\n{file["archetypes/".Length..^3]}\n");
        }

        string[] arguments = section is null ? ["A"] : ["A", "--section", section];
        var path = Assert.Single(_site.Printed(_site.New(kind, arguments)));
        Assert.EndsWith($"---\n{expected}\n", _site[path], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "---\ntitle: {{ titel }}\n---\n",
        "archetypes/post.md(2,11): error SG3201", "  | title: {{ titel }}\n  |           ^^^^^", "did you mean 'title'?")]
    [InlineData("{{ date | date.to_string '%A' }}", "archetypes/post.md(1,11): error SG3204", "^^^", "such as {{ date.year }}")]
    [InlineData("---\ntitle: {{ title\n---\n", "archetypes/post.md(2,8): error SG3002", "^", "hint: ")]
    [InlineData("---\ntitle: {{ page.title }}\n---\n", "archetypes/post.md(2,11): error SG3201", "^^^^", "")]
    [InlineData(
        "---\ntitle: \"{{ replace .Name \"-\" \" \" | title }}\"\n---\n",
        "archetypes/post.md(2,9): error SG3001: '{{ replace .Name \"-\" \" \" | title }}' is written for Hugo", "^^^",
        "hint: names begin without a dot and with a small letter, as in {{ title }}")]
    [InlineData("---\ndate: {{.Date}}\n---\n", "archetypes/post.md(2,7): error SG3001: '{{.Date}}' is written for Hugo", "^^^", "hint: ")]
    [InlineData("---\n{{ front_matter }}\n", "error SG2001", "^", "hint: ")]
    public void A_mistake_is_shown_in_its_place_and_nothing_is_written(string archetype, string problem, string caret, string hint)
    {
        _site.Write("archetypes/post.md", archetype);
        var refusal = StartedSite.Refusal(_site.New("post", "Rain and sun"), 1);
        Assert.All([problem, caret, hint], part => Assert.Contains(part, refusal, StringComparison.Ordinal));
        Assert.False(_site.Has("posts"));
    }

    [Fact]
    public void A_title_that_an_archetype_cuts_off_is_refused()
    {
        _site.Write("archetypes/post.md", "---\ntitle: {{ title }}\n---\n");
        Assert.Equal(
            "sitegen: with the archetype 'archetypes/post.md' the title is 'One', and not 'One # two'\n"
                + "  hint: write {{ front_matter }} in its front matter, or quote the title: {{ title | object.to_json }}",
            StartedSite.Refusal(_site.New("post", "One # two"), 2));
        _site.Write("archetypes/post.md", "---\ntitle: {{ title | object.to_json }}\n---\n");
        Assert.Equal(0, _site.New("post", "One # \"two\"").ExitCode);
    }

    [Fact]
    public void The_archetype_of_the_guide_is_one()
    {
        var guide = Repository.Read("posts/writing-posts.md").Split("```text\n")
            .Single(part => part.Contains("{{ front_matter }}\nseries", StringComparison.Ordinal));
        _site.Write("archetypes/post.md", guide.Split("```")[0]);
        Assert.Equal([Post], _site.Printed(_site.New("post", "Rain and sun")));
        Assert.EndsWith(
            "\nseries: Notes from plot 14\n---\nWhat grew in 2026, and what did not.\n\n<!--more-->\n", _site[Post], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_may_be_made_of_other_words()
    {
        _site.Write("archetypes/post.md", "---\ntitle: Week {{ date.day }}\n---\n");
        Assert.Equal([Post], _site.Printed(_site.New("post", "Rain and sun")));
        Assert.Equal("---\ntitle: Week 5\n---\n", _site[Post]);
    }
}
