using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class TemplateTests
{
    [Fact]
    public void A_page_without_a_layout_is_its_body()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            """
            -- posts/a.md --
            ---
            layout: none
            ---
            <!doctype html>
            <a href="one.md">x</a>
            -- pages/raw.html --
            ---
            layout: null
            ---
            <p>{{ raw }}
            """).Build();
        site.ProblemCount(0)
            .Is("posts/a/index.html", "<!doctype html>\n<p><a href=\"/posts/one/\">x</a></p>\n")
            .Is("raw/index.html", "<p>{{ raw }}\n");
    }

    [Fact]
    public void A_page_can_choose_its_template()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            "-- templates/wide.html --\nWIDE {{ post.title }}\n",
            Tiny.Post("a.md", "title: A\nlayout: wide")).Build();
        site.ProblemCount(0).Is("posts/a/index.html", "<post at=\"/posts/a/\">WIDE A\n</post>\n");
        site.Delete("templates/wide.html")
            .Build()
            .Problems("posts/a.md(3,1): warning SG5001: there is no template 'wide.html'; 'post.html' is used")
            .Has("posts/a/index.html", "<h1>A</h1>");
        site.Write("templates/wide.html", "NEW").Build().ProblemCount(0).Has("posts/a/index.html", "NEW");
    }

    [Fact]
    public void Braces_in_posts_are_never_run()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- posts/a.md --
            ---
            title: "{{ site.title }}"
            description: "{{ 1 + 1 }}"
            ---
            {{ site.title }} /versions/{thing}/ {{#if}} `{{ x }}`
            """).Build();
        site.Problems(
            "posts/a.md(5,1): warning SG2320: '{{ site.title }}' of another program is not filled in; readers see it as it stands here")
            .Has(
            "posts/a/index.html",
            "<h1>{{ site.title }}</h1>",
            "<p>{{ site.title }} /versions/{thing}/ {{#if}} <code>{{ x }}</code></p>")
                .Has("rss.xml", "<description>{{ 1 + 1 }}</description>");
    }

    [Fact]
    public void What_a_template_prints_is_escaped_unless_it_is_HTML()
    {
        using var site = TestSite.From(Tiny.Theme, "-- posts/a.md --\n---\ntitle: a < b & \"c\"\n---\n*x* < y\n").Build();
        site.Has("posts/a/index.html", "<h1>a &lt; b &amp; &quot;c&quot;</h1><p><em>x</em> &lt; y</p>");
    }

    [Fact]
    public void An_asset_is_linked_with_its_content_in_its_name()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Three,
            "-- templates/assets/own.css --\nb {}\n-- templates/page.html --\n{{ asset 'own.css' }}\n-- pages/p.md --\nP\n").Build();
        var before = site.Output("p/index.html");
        Assert.Matches("/assets/own\\.[0-9a-f]{10}\\.css", before);
        site.Edit("templates/assets/own.css", "b {}", "i {}").Build();
        Assert.NotEqual(before, site.Output("p/index.html"));
        Assert.Single(
            TempFolder.Contents(Path.Combine(site.OutputFolder, "assets")).Keys,
            name => name.StartsWith("own.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_asset_that_is_not_there_is_a_warning_said_once()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- templates/post.html --\n<link href=\"{{ asset 'nope.css' }}\">\n")
            .Build();
        site.ProblemCount(1).Has("posts/one/index.html", "/assets/nope.css");
        Assert.Contains(
            "warning SG5002: there is no file 'nope.css' among the theme's assets",
            site.Diagnostics[0].ToLine(),
            StringComparison.Ordinal);
        site.Write("templates/assets/nope.css", "x").Build().ProblemCount(0);
    }

    [Fact]
    public void A_template_that_is_no_template_keeps_the_last_good_pages()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        site.Edit("templates/post.html", "{{ post.title }}", "{{ post.title").Edit("posts/one.md", "title: One", "title: Uno").Build();
        Assert.True(site.Result.Errors > 0);
        site.Has("posts/one/index.html", "<h1>One</h1>").Has("index.html", "Uno");
        site.Edit("templates/post.html", "{{ post.title<", "{{ post.title }}<")
            .Build()
            .ProblemCount(0)
            .Has("posts/one/index.html", "<h1>Uno</h1>");
    }

    [Fact]
    public void An_error_in_one_template_is_said_once_for_all_pages()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- templates/post.html --\n{{ post.title | string.upcsae }}\n").Build();
        site.ProblemCount(1);
        Assert.StartsWith("templates/post.html(1,", site.Diagnostics[0].ToLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_a_layout_that_posts_ask_for_names_the_first_of_them()
    {
        using var site = TestSite.From(
            "-- posts/a.md --\n---\ntitle: A\nlayout: archive\n---\n-- posts/b.md --\n---\ntitle: B\nlayout: archive\n---\n").Build();
        var problem = Assert.Single(site.Diagnostics);
        Assert.Equal("templates/archive.html", problem.Path);
        var note = Assert.Single(problem.Notes);
        Assert.Equal(("posts/a.md", 3, "'layout: archive' asks for this template"), (note.Path, note.Start.Line, note.Message));
    }

    [Fact]
    public void A_layout_that_is_not_there_is_reported_at_its_key()
    {
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: A\nlayout: nothing\n---\n").Build();
        site.Problems("posts/a.md(3,1): warning SG5001: there is no template 'nothing.html'; 'post.html' is used");
    }
}
