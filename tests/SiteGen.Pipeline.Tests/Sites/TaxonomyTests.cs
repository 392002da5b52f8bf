using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Nested terms, taxonomies of a site's own, and what is said of a term.</summary>
public sealed class TaxonomyTests
{
    private const string Theme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/term.html --
        {{ page.title }}|{{ term.name }}|{{ term.parent?.name }}|{{ term.depth }}|{{ term.description }}|{{ term.params.colour }}|{{ for post in term.posts }}{{ post.title }} {{ end }}
        -- templates/terms.html --
        {{ page.title }}|{{ taxonomy.singular }}|{{ taxonomy.description }}|{{ for term in terms }}{{ term.depth }}{{ term.name }}={{ term.url }}({{ term.count }}) {{ end }}
        -- templates/post.html --
        {{ for term in post.terms.people }}{{ term.name }}@{{ term.url }} {{ end }}{{ site.taxonomies.people?.title }}

        """;

    [Fact]
    public void What_is_said_of_a_term_that_no_post_has_is_noticed()
    {
        using var site = TestSite.From("""
            -- posts/a.md --
            ---
            tags: [css, C++, web/html]
            people: [Ada]
            ---
            -- sitegen.yml --
            taxonomies: [tags, people]
            -- data/tags.yml --
            css: Style.
            c-plus-plus: Fast.
            web/html: Pages.
            hmtl: Slip.
            CSS: Twice.
            rust: Later.
            -- data/people.json --
            {"Adda": "x"}
            -- data/series.yml --
            x: Not a taxonomy here.
            -- data/authors/tags.yml --
            x: Not one either.
            """).Build();
        site.Problems(
            "data/people.json: warning SG4032: no post has 'Adda' in people",
            "data/tags.yml(4,1): warning SG4032: no post has 'hmtl' in tags",
            "data/tags.yml(5,1): warning SG4032: no post has 'CSS' in tags")
            .Notes("data/tags.yml(6,1): note SG4032: no post has 'rust' in tags");
        Assert.Contains(site.Diagnostics, problem => problem.Hint == "did you mean 'html'?");
        Assert.Contains(site.Diagnostics, problem => problem.Hint == "did you mean 'css'?");
        site.Edit("posts/a.md", "[css,", "[css, rust,").Build().Notes();
        site.Write("data/tags.yml", "- rust\n").Write("data/people.json", "1").Build().Problems(
            "data/people.json(1,1): warning SG2104: this file is to describe people, and it holds a single value",
            "data/tags.yml(1,1): warning SG2104: this file is to describe tags, and it holds a list").Notes();
    }

    [Fact]
    public void A_term_with_a_slash_is_below_another_which_has_its_posts_too()
    {
        using var site = TestSite.From(
            Theme,
            Tiny.Post("a.md", "title: A\ntags: [Web/CSS, Web]"),
            Tiny.Post("b.md", "title: B\ntags: [web / HTML5]"),
            Tiny.Post("c.md", "title: C\ntags: Zoo\ncategories: [News/Here/Now]")).Build();
        site.Problems("posts/b.md(3,1): warning SG4006: 'web' in tags is elsewhere written 'Web'; both are one page")
            .Has("tags/index.html", "0Web=/tags/web/(2) 1CSS=/tags/web/css/(1) 1HTML5=/tags/web/html5/(1) 0Zoo=/tags/zoo/(1) ")
            .Has("tags/web/index.html", "Web|Web||0|||A B").Has("tags/web/css/index.html", "CSS|CSS|Web|1|||A")
            .Has("categories/news/here/now/index.html", "Now|Now|Here|2|||C").Has("tags/web/css/rss.xml", "<title>CSS · My blog</title>");
    }

    [Theory]
    [InlineData("AC/DC", "tags/ac/dc/index.html")]
    [InlineData("</b>", "tags/b/index.html")]
    [InlineData("a//b", "tags/a-b/index.html")]
    [InlineData("/a/", "tags/a/index.html")]
    [InlineData("C++/STL", "tags/c-plus-plus/stl/index.html")]
    [InlineData("R&D", "tags/r-d/index.html")]
    [InlineData(".NET", "tags/.net/index.html")]
    [InlineData("été/ça", "tags/été/ça/index.html")]
    public void A_slash_parts_words_and_nothing_else(string tag, string page)
    {
        using var site = TestSite.From(Theme, Tiny.Post("a.md", $"title: A\ntags: ['{tag}']")).Build();
        site.Problems().Has(page, "|A");
    }

    [Fact]
    public void Nesting_can_be_turned_off()
    {
        using var site = TestSite.From(
            Theme,
            "-- sitegen.yml --\ntaxonomies: [{name: tags, nested: false, title: Topics}]\n",
            Tiny.Post("a.md", "title: A\ntags: [CI/CD]\nauthor: Ada")).Build();
        site.Problems()
            .Has("tags/ci-cd/index.html", "CI/CD|CI/CD||0")
            .Has("tags/index.html", "Topics|tag|")
            .HasNot("tags/ci/index.html")
            .HasNot("authors/index.html");
    }

    [Fact]
    public void A_site_can_have_taxonomies_of_its_own()
    {
        using var site = TestSite.From(
            Theme, "-- sitegen.yml --\ntaxonomies:\n  - {name: people, singular: person, title: Menschen}\n",
            Tiny.Post("a.md", "title: A\npeople: [Ada Lovelace, Grace]"), Tiny.Post("b.md", "title: B\nperson: Grace")).Build();
        site.Problems().Has("people/index.html", "Menschen|person||0Ada Lovelace=/people/ada-lovelace/(1) 0Grace=/people/grace/(2) ")
            .Has("people/grace/index.html", "A B").Has("people/grace/rss.xml", "<title>Grace · My blog</title>")
            .Has("posts/a/index.html", "Ada Lovelace@/people/ada-lovelace/ Grace@/people/grace/ Menschen")
            .Has("posts/b/index.html", "Grace@/people/grace/")
            .HasNot("tags/index.html");
    }

    [Fact]
    public void What_is_said_of_a_term_stands_in_data_or_on_a_page_at_its_address()
    {
        using var site = TestSite.From(
            Theme,
            Tiny.Post("a.md", "title: A\ntags: [one, two, three]"),
            """
            -- data/tags.yml --
            one: The *first*.
            two: {description: Second., colour: red}
            -- pages/tags/three.md --
            ---
            title: Number three
            ---
            A whole [page](../about.md).
            -- pages/about.md --
            x
            -- pages/tags.md --
            ---
            title: Topics
            ---
            All of them. [Three](tags/three.md)
            """).Build();
        site.Problems().Has("tags/one/index.html", "<p>The <em>first</em>.</p>\n|").Has("tags/two/index.html", "<p>Second.</p>\n|red|")
            .Has("tags/three/index.html", "Number three|three||0|<p>A whole <a href=\"/about/\">page</a>.</p>")
            .Has("tags/index.html", "Topics|tag|<p>All of them. <a href=\"/tags/three/\">Three</a></p>");
        site.Edit("data/tags.yml", "first", "1st")
            .Build()
            .Rendered("tags/one/index.html", "tags/three/index.html", "tags/two/index.html")
            .Has("tags/one/index.html", "1st");
        site.Edit("pages/tags/three.md", "whole", "half").Build().Rendered("tags/three/index.html").Has("tags/three/index.html", "A half ");
        site.Delete("pages/tags/three.md").Build().ProblemCount(1).Has("tags/three/index.html", "three|three||0||");
    }

    [Fact]
    public void A_page_that_asks_for_a_layout_takes_the_place_of_a_list()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- pages/tags/green.md --\n---\ntitle: Mine\nlayout: page\n---\nBy hand.\n")
            .Build();
        site.Problems().Has("tags/green/index.html", "<h1>Mine</h1>", "By hand.");
    }

    [Fact]
    public void Law_5_a_page_that_becomes_an_introduction_and_stops_being_one()
    {
        using var site = TestSite.From(
            Theme,
            "-- pages/tags/green.md --\n---\ntitle: Mine\n---\nText.\n",
            Tiny.Post("a.md", "title: A\ntags: red")).Build().Has("tags/green/index.html", "Text.");
        site.Edit("posts/a.md", "red", "green").Build().Has("tags/green/index.html", "Mine|green|", "Text.", "|A");
        site.Edit("posts/a.md", "green", "red").Build().Has("tags/green/index.html", "Text.").Lacks("tags/green/index.html", "|A");
    }

    [Fact]
    public void A_nested_term_is_described_by_its_full_path()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            taxonomies: [{name: tags, nested: true}]
            -- posts/a.md --
            ---
            tags: [Trees/Oak, Names/Oak, Oak]
            ---
            -- data/tags.yml --
            Trees/Oak: A tree.
            names/oak: A name.
            Oak: A word.
            """).Build().Problems();
        site.Has("tags/trees/oak/index.html", "A tree.").Has("tags/names/oak/index.html", "A name.").Has("tags/oak/index.html", "A word.");
        site.Delete("data/tags.yml").Write("data/tags.yml", "Oak: A word.\n").Build();
        site.Lacks("tags/trees/oak/index.html", "A word.").Has("tags/oak/index.html", "A word.");
    }
}
