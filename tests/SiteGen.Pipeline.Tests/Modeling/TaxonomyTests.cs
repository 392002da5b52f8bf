using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Tests.Parsing;

namespace SiteGen.Pipeline.Tests.Modeling;

public sealed class TaxonomyTests
{
    [Theory]
    [InlineData("by name, whatever the case", "tags", "Ash=ash(a) birch=birch(a) Cedar=cedar(a)", "a | tags: [birch, Cedar, Ash]")]
    [InlineData(
        "a post of a nested term is one of those above",
        "tags",
        "x=x(a b) y=x/y(a) z=x/y/z(a)",
        "a | tags: [x/y/z]",
        "b | tags: [x]")]
    [InlineData(
        "nested terms stand behind the one above",
        "tags",
        "web=web(a) css=web/css(a) html=web/html(a) web site=web-site(a)",
        "a | tags: [web site, web/html, web/css]")]
    [InlineData(
        "one spelling for one address, the usual one",
        "tags",
        "CSS=css(a b c)",
        "a | tags: [css]",
        "b | tags: [CSS]",
        "c | tags: [CSS]")]
    [InlineData("of equally usual spellings the first in the alphabet", "tags", "CSS=css(a b)", "a | tags: [css]", "b | tags: [CSS]")]
    [InlineData("a term named twice counts once", "tags", "css=css(a)", "a | tags: [css, CSS, css]")]
    [InlineData("no posts without terms", "tags", "", "a | draft: false")]
    [InlineData("signs have names", "tags", "C#=c-sharp(a) C++=c-plus-plus(a)", "a | tags: ['C++', 'C#']")]
    [InlineData("a slash beside a sign parts nothing", "tags", "</b>=b(a)", "a | tags: ['</b>']")]
    [InlineData("categories", "categories", "K=k(a)", "a | category: K; tags: [t]")]
    [InlineData("series in order", "series", "S=s(b a)", "a | date: 2026-02-01; series: S", "b | date: 2026-01-01; series: S")]
    [InlineData("the site's own", "people", "Ada=ada(a b) Bo=bo(b)", "a | people: Ada", "b | people: [Bo, Ada]")]
    public void Posts_are_grouped_by_their_terms(string what, string taxonomy, string expected, params string[] posts)
    {
        var terms = Create(taxonomy, posts).Terms.Select(term => $"{term.Name}={term.Slug}({Heads.Names(term.List.Posts)})");
        Assert.Equal((what, expected), (what, string.Join(' ', terms)));
    }

    [Theory]
    [InlineData("☂", "☃")]
    [InlineData("🎉", "!!!")]
    [InlineData("❤\uFE0F", "☀\uFE0F")]
    [InlineData("!", "!!")]
    public void A_term_without_letters_has_an_address_too(string one, string other)
    {
        var terms = Create("tags", [$"a | tags: ['{one}', '{other}']"]).Terms;
        Assert.All(terms, term => Assert.Matches("^/tags/term-[0-9a-f]{8}/$", term.Url));
        Assert.Equal(2, terms.DistinctBy(term => term.Slug).Count());
    }

    [Fact]
    public void Newest_stays_the_order_of_the_posts_whatever_the_order_of_parts()
    {
        var term = Assert.Single(Create("series", ["b | date: 2026-02-01; series: S", "a | date: 2026-01-01; series: S"]).Terms);
        Assert.Equal(("a b", "b a"), (Heads.Names(term.List.Posts), Heads.Names(term.Newest.Posts)));
    }

    [Fact]
    public void A_name_is_found_in_every_spelling_and_a_nested_one_by_its_whole_path()
    {
        var tags = Create("tags", ["a | tags: [Web/HTML]"]);
        Assert.Equal(("HTML", "HTML", "Web"), (tags.Find("web/html")?.Name, tags.Find("WEB / Html")?.Name, tags.Find("web")?.Name));
        Assert.Null(tags.Find("html"));
        Assert.Equal("web", tags.ParentOf(tags.Terms[1])?.Slug);
        Assert.Null(tags.ParentOf(tags.Terms[0]));
    }

    [Fact]
    public void Each_other_spelling_is_reported_once_where_it_is_first()
    {
        var tags = Create(
            "tags",
            ["a | tags: [CSS]", "b | tags: [css]", "c | tags: [Css]", "d | tags: [CSS]", "e | tags: [css]", "f | tags: [CSS]"]);
        Assert.Equal(
            ["posts/c.md SG4006 'Css'", "posts/b.md SG4006 'css'"],
            tags.Diagnostics.Select(problem => $"{problem.Path} {problem.Rule.Code} {problem.Message.Split(' ')[0]}"));
    }

    [Fact]
    public void Its_fingerprint_changes_with_names_and_counts_and_not_with_the_posts()
    {
        var before = Create("tags", ["a | tags: [x]"]).Fingerprint;
        Assert.Equal(before, Create("tags", ["b | tags: [x]"]).Fingerprint);
        Assert.NotEqual(before, Create("tags", ["a | tags: [X]"]).Fingerprint);
        Assert.NotEqual(before, Create("tags", ["a | tags: [x]", "b | tags: [x]"]).Fingerprint);
    }

    private static Taxonomy Create(string name, string[] posts) =>
        Taxonomy.Create(
            TaxonomyKind.Create(ParsedPosts.Options, post => post.Front.Authors).Single(kind => kind.Options.Name == name),
            Heads.All(posts),
            hasPages: true);
}
