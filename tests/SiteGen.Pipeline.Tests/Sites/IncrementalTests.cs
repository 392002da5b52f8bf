using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What an edit makes stale, and what it does not. That nothing stale stays is checked by every build of the driver.</summary>
public sealed class IncrementalTests
{
    private const string Plain = "-- sitegen.yml --\narchives: off\n";

    [Fact]
    public void Without_an_edit_nothing_is_rendered()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        site.Build().Rendered().Changes(0, 0, 0);
    }

    [Fact]
    public void Law_3_editing_a_body_renders_its_page_and_the_feed()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        // The summary stands in no list here, but it is part of the head, and the sitemap and neighbours read heads.
        site.Edit("posts/two.md", "Second body.\n", "Second body.\n\n<!--more-->\n\nMore.\n").Build();
        site.Edit("posts/two.md", "More.", "Less.")
            .Build()
            .Rendered("atom.xml", "feed.json", "posts/two/index.html", "rss.xml", "tags/green/rss.xml")
            .Changes(0, 5, 0);
    }

    [Fact]
    public void Editing_a_title_renders_the_pages_that_show_it()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            Tiny.Post("far.md", "title: Far\ndate: 2001-01-01"),
            Tiny.Post("farther.md", "title: Farther\ndate: 2000-01-01"),
            "-- pages/about.md --\nAbout\n",
            Plain).Build();
        site.Edit("posts/two.md", "title: Two", "title: Second").Build()
            .Rendered(
                "atom.xml", "feed.json", "index.html", "posts/one/index.html", "posts/three/index.html",
                "posts/two/index.html", "rss.xml", "sitemap.xml", "tags/green/index.html",
                "tags/green/rss.xml")
            .Has("index.html", ">Second<")
            .Has("posts/one/index.html", "rel=\"next\" href=\"/posts/two/\">Second<")
            .Has("tags/green/index.html", ">Second<");
        // The sitemap reads heads for their dates, and comes out the same.
        site.Changes(0, 9, 0);
    }

    [Fact]
    public void Editing_a_template_renders_the_pages_made_with_it()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- pages/about.md --\nAbout\n", Plain).Build();
        site.Edit("templates/term.html", "{{ term.name }}: ", "Posts about {{ term.name }}: ")
            .Build()
            .Rendered("tags/green/index.html")
            .Has("tags/green/index.html", "Posts about green");
        site.Edit("templates/layout.html", "<{{ page.kind }} ", "<{{ page.kind }} new ").Build()
            .Rendered(
                "404.html", "about/index.html", "feeds/index.html", "index.html", "posts/one/index.html",
                "posts/three/index.html", "posts/two/index.html", "tags/green/index.html", "tags/index.html");
    }

    [Fact]
    public void Editing_a_partial_renders_the_pages_that_include_it()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            """
            -- templates/page.html --
            {{ include 'partials/own.html' }}
            -- templates/partials/own.html --
            own
            -- pages/about.md --
            About

            """)
                .Build();
        site.Edit("templates/partials/own.html", "own", "mine").Build().Rendered("about/index.html").Has("about/index.html", "mine");
        site.Delete("templates/partials/own.html").Build();
        Assert.True(site.Result.Errors > 0);
        site.Has("about/index.html", "mine")
            .Write("templates/partials/own.html", "back")
            .Build()
            .ProblemCount(0)
            .Has("about/index.html", "back");
    }

    [Fact]
    public void A_template_that_appears_takes_the_place_of_the_theme_s()
    {
        using var site = TestSite.From(Tiny.Three).Build().Has("404.html", "This page does not exist");
        site.Write("templates/404.html", "Own.").Build().Rendered("404.html").Has("404.html", "Own.");
        site.Delete("templates/404.html").Build().Rendered("404.html").Has("404.html", "This page does not exist");
    }

    [Fact]
    public void A_new_post_renders_its_neighbours_and_the_lists()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- sitegen.yml --\npaginate: 2\narchives: off\n").Build();
        site.Write("posts/new.md", "---\ntitle: New\ndate: 2026-01-01\n---\nText.\n").Build()
            .Rendered(
                "atom.xml", "feed.json", "index.html", "page/2/index.html", "posts/new/index.html",
                "posts/three/index.html", "rss.xml", "sitemap.xml");
    }

    [Fact]
    public void A_post_that_moves_keeps_nothing_of_its_old_place()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- posts/link.md --\n[x](two.md)\n")
            .Build()
            .Has("posts/link/index.html", "/posts/two/");
        site.Rename("posts/two.md", "posts/deux.md")
            .Build()
            .HasNot("posts/two/index.html")
            .Has("posts/deux/index.html", "Second body.")
            .ProblemCount(1);
        site.Edit("posts/link.md", "two.md", "deux.md").Build().ProblemCount(0).Has("posts/link/index.html", "/posts/deux/");
    }

    [Fact]
    public void A_file_that_takes_another_s_name_is_seen_even_with_the_same_size()
    {
        using var site = TestSite.From(
            Tiny.Theme, "-- posts/a.md --\n---\ntitle: A\n---\nOne.\n-- other/b.md --\n---\ntitle: B\n---\nTwo.\n").Build();
        site.Delete("posts/a.md").Rename("other/b.md", "posts/a.md").Build().Has("posts/a/index.html", "<h1>B</h1>", "Two.");
    }

    [Fact]
    public void A_term_that_gets_its_page_is_linked_where_it_was_a_name()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("hidden.md", "title: Hidden\nunlisted: true\ntags: rare"))
            .Build()
            .Lacks("posts/hidden/index.html", "/tags/rare/");
        site.Edit("posts/one.md", "title: One", "title: One\ntags: rare")
            .Build()
            .Has("posts/hidden/index.html", "href=\"/tags/rare/\">rare<");
        site.Edit("posts/one.md", "tags: rare", "tags: common").Build().Lacks("posts/hidden/index.html", "/tags/rare/");
    }

    [Fact]
    public void An_option_that_changes_renders_everything_again()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- sitegen.yml --\ntitle: One\n").Build();
        var all = site.Result.Rendered.Length;
        site.Edit("sitegen.yml", "One", "Two").Build().Rendered(all).Has("rss.xml", "<title>Two</title>");
        site.WithBaseUrl("https://example.org/x/").Build().Rendered(all).Has("index.html", "/x/posts/one/");
    }

    [Fact]
    public void A_problem_is_repeated_until_it_is_fixed()
    {
        const string Warning = "posts/one.md(4,1): warning SG2103: 'titel' is not a front matter key";
        using var site = TestSite.From(Tiny.Theme, Tiny.Three)
            .Edit("posts/one.md", "date: 2023-01-01", "date: 2023-01-01\ntitel: x")
            .Build()
            .Problems(Warning);
        site.Edit("posts/two.md", "Second", "2nd").Build().Problems(Warning).Build().Problems(Warning).Rendered();
        site.Edit("posts/one.md", "titel: x\n", "").Build().ProblemCount(0);
    }

    [Theory]
    [InlineData("Text.\n\n", "Text.\n\n\n\n")]
    [InlineData("*Text*", "_Text_")]
    [InlineData("[b]", "  [b]")]
    public void Law_5_a_problem_moves_with_its_line_though_the_page_stays_the_same(string before, string after)
    {
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: A\n---\nText.\n\n*Text* [b](b.md)\n\n<!--more-->\n\nEnd.\n")
            .Build()
            .ProblemCount(1);
        site.Edit("posts/a.md", before, after).Build().ProblemCount(1);
    }

    [Fact]
    public void Law_2_a_memory_can_be_used_twice()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        var options = Pipeline.Loading.SiteFile.Load(
            new Pipeline.Configuration.OptionSources(Pipeline.Configuration.RawOptions.None.With("source", site.SourceFolder)),
            TestClock.At("2026-06-01T12:00:00Z")).Value;
        var memory = site.Edit("posts/one.md", "title: One", "title: Uno").Build().Result.Cache;
        site.Edit("posts/one.md", "title: Uno", "title: Un").Edit("posts/two.md", "Second", "Deux");
        var tree = Pipeline.Loading.SourceScanner.ScanAll(options);
        var first = BuildPipeline.Run(tree, options, memory, CancellationToken.None);
        var second = BuildPipeline.Run(tree, options, memory, CancellationToken.None);
        Assert.Equal(first.Rendered.AsEnumerable(), second.Rendered);
        Assert.Equal(first.Diagnostics.AsEnumerable(), second.Diagnostics);
        Assert.True(first.Changes is { Replaced: > 0 } && second.Changes is { IsNone: true });
    }
}
