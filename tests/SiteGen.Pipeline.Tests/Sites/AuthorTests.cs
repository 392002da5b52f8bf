using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Authors: how posts name them, and what <c>authors.yml</c> says of them.</summary>
public sealed class AuthorTests
{
    private const string Theme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/post.html --
        {{ for a in post.authors }}[{{ a.name }}|{{ a.url }}]{{ end }}
        -- templates/term.html --
        {{ term.name }}: {{ term.bio }}{{ term.picture }}{{ term.email }}{{ for l in term.links }}({{ l.title }} {{ l.url }}){{ end }}{{ for p in term.posts }} {{ p.title }}{{ end }}
        """;

    private const string Book = """
        -- static/ana.png --
        x
        -- authors.yml --
        ana:
          name: Ana Ruiz
          bio: Writes *music*.
          picture: /ana.png
          email: ana@example.org
          links:
            - {title: Site, url: https://example.org/}
        bo:
          name: Bo
          show-email: true
          email: bo@example.org
          links: {Code: https://example.com/}
        firm: Sand and Sons
        """;

    [Theory]
    [InlineData("author: ana", "[Ana Ruiz|/authors/ana-ruiz/]")]
    [InlineData("author: ANA RUIZ", "[Ana Ruiz|/authors/ana-ruiz/]")]
    [InlineData("authors: [ana, bo]", "[Ana Ruiz|/authors/ana-ruiz/][Bo|/authors/bo/]")]
    [InlineData("author: Ana Ruiz and Bo", "[Ana Ruiz|/authors/ana-ruiz/][Bo|/authors/bo/]")]
    [InlineData("author: ana & bo", "[Ana Ruiz|/authors/ana-ruiz/][Bo|/authors/bo/]")]
    [InlineData("by: ana, bo", "[Ana Ruiz|/authors/ana-ruiz/][Bo|/authors/bo/]")]
    [InlineData("author: {name: bo}", "[Bo|/authors/bo/]")]
    [InlineData("authors: [{name: Ana Ruiz}, {key: bo}, Ana Ruiz]", "[Ana Ruiz|/authors/ana-ruiz/][Bo|/authors/bo/]")]
    [InlineData("author: Sand and Sons", "[Sand and Sons|/authors/sand-and-sons/]")]
    [InlineData("author: firm", "[Sand and Sons|/authors/sand-and-sons/]")]
    [InlineData("author: Nobody Known", "[Nobody Known|/authors/nobody-known/]")]
    public void An_author_is_found_in_every_shape_that_posts_have(string key, string expected)
    {
        using var site = TestSite.From($"{Theme}\n{Book}\n-- posts/a.md --\n---\ntitle: A\n{key}\n---\n").Build();
        site.ProblemCount(0).Has("posts/a/index.html", expected);
    }

    [Fact]
    public void A_profile_is_shown_and_an_address_to_write_to_only_when_asked_for()
    {
        using var site = TestSite.From($"{Theme}\n{Book}\n-- posts/a.md --\n---\ntitle: A\nauthors: [ana, bo]\n---\n").Build();
        site.Has("authors/ana-ruiz/index.html", "Ana Ruiz: <p>Writes <em>music</em>.</p>\n/ana.png(Site https://example.org/) A")
            .Lacks("authors/ana-ruiz/index.html", "ana@").Has("authors/bo/index.html", "Bo: bo@example.org(Code https://example.com/) A");
    }

    [Fact]
    public void A_slip_in_a_name_is_noticed_once()
    {
        using var site = TestSite.From(
            $"{Theme}\n{Book}\n-- posts/a.md --\n---\nauthor: Ana Riuz\n---\n-- posts/b.md --\n---\nauthor: Ana Riuz\n---\n").Build();
        site.Problems("posts/a.md(2,1): warning SG4007: 'Ana Riuz' is not in authors.yml");
        Assert.Contains(site.Diagnostics, problem => problem.Rule.Code == "SG4007" && problem.Hint == "did you mean 'Ana Ruiz'?");
    }

    [Fact]
    public void One_who_is_not_introduced_is_a_note()
    {
        using var site = TestSite.From($"{Theme}\n{Book}\n-- posts/a.md --\n---\nauthor: Zoltan Quist\n---\n").Build();
        Assert.Contains(site.ProblemCount(0).Diagnostics, problem => problem.Rule.Code == "SG4008");
    }

    [Fact]
    public void Broken_profiles_are_reported_and_the_posts_are_built()
    {
        using var site = TestSite.From($"{Theme}\n-- authors.yml --\nana:\n  - x\nbo: Bo\n-- posts/a.md --\n---\nauthor: bo\n---\n")
            .Build();
        site.Problems("authors.yml(1,1): warning SG2104: 'ana' is not a profile").Has("posts/a/index.html", "[Bo|/authors/bo/]");
        site.Write("authors.yml", "a: [").Build().ProblemCount(1).Has("posts/a/index.html");
        Assert.Contains(site.Diagnostics, problem => problem.Rule.Code == "SG1007" && problem.Path == "authors.yml");
    }

    [Theory]
    [InlineData("kim: 5", "authors.yml(1,1): warning SG2104: 'kim' is not a profile")]
    [InlineData("kim: true", "authors.yml(1,1): warning SG2104: 'kim' is not a profile")]
    [InlineData("kim: 2026-01-02", "authors.yml(1,1): warning SG2104: 'kim' is not a profile")]
    [InlineData("kim: \"5\"", "")]
    [InlineData("kim: Kim 5", "")]
    [InlineData("kim: {pic: a}", "authors.yml(1,7): warning SG2103: 'pic' is not a key of a profile")]
    [InlineData("kim:\n  Biography: x", "authors.yml(2,3): warning SG2103: 'Biography' is not a key of a profile")]
    [InlineData("kim:\n  nmae: x", "authors.yml(2,3): warning SG2103: 'nmae' is not a key of a profile")]
    [InlineData(
        "kim:\n  mastodon: x\n  image_alt: y",
        "authors.yml(2,3): warning SG2103: 'mastodon' is not a key of a profile\nauthors.yml(3,3): warning SG2103: "
            + "'image_alt' is not a key of a profile")]
    [InlineData("kim:\n  bio: [a]", "authors.yml(2,8): warning SG2104: 'bio' must be a single value")]
    [InlineData(
        "kim:\n  links: [a, {title: b}, {url: /c/}]",
        "authors.yml(2,11): warning SG2104: a link of an author needs a title and a 'url'\nauthors.yml(2,14): "
            + "warning SG2104: a link of an author needs a title and a 'url'")]
    [InlineData("kim:\n  links: {a: [b], c: /c/}", "authors.yml(2,11): warning SG2104: a link of an author needs a title and a 'url'")]
    [InlineData("kim:\n  links: https://example.org/", "authors.yml(2,10): warning SG2104: a link of an author needs a title and a 'url'")]
    [InlineData("kim:\n  links:", "")]
    public void What_a_profile_cannot_hold_is_told_in_its_place(string profile, string expected)
    {
        using var site = TestSite.From($"-- authors.yml --\n{profile}\n-- posts/a.md --\nA.\n").Build();
        site.Problems(expected.Length == 0 ? [] : expected.Split('\n'));
    }

    [Fact]
    public void Editing_a_profile_renders_the_pages_that_show_it()
    {
        using var site = TestSite.From($"{Theme}\n{Book}\n-- posts/a.md --\n---\ntitle: A\nauthor: ana\n---\n-- pages/p.md --\nP\n")
            .Build();
        site.Edit("authors.yml", "Ana Ruiz", "Ana Ruiz-Diaz").Build().Has("posts/a/index.html", "[Ana Ruiz-Diaz|/authors/ana-ruiz-diaz/]")
            .Has("authors/ana-ruiz-diaz/index.html").HasNot("authors/ana-ruiz/index.html");
        site.Delete("authors.yml").Build().Has("posts/a/index.html", "[ana|/authors/ana/]");
    }
}
