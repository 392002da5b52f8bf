using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Routing;

/// <summary>What the plan says; nothing here needs a template.</summary>
public sealed class RouterTests
{
    [Theory]
    [InlineData(
        "two posts",
        "posts/a.md: error SG4002: posts/2026-01-01-a.md and posts/a.md both want the address /posts/a/",
        "-- posts/a.md --\n-- posts/2026-01-01-a.md --\n")]
    [InlineData(
        "two files of one bundle",
        "posts/a/index.md: error SG4002: posts/a/index.markdown and posts/a/index.md both want the address /posts/a/",
        "-- posts/a/index.md --\n-- posts/a/index.markdown --\n")]
    [InlineData(
        "a page and a file",
        "static/about/index.html: error SG4002: pages/about.md and static/about/index.html both want the address /about/index.html",
        "-- pages/about.md --\n-- static/about/index.html --\n-- posts/x.md --\n")]
    [InlineData(
        "case",
        "posts/b.md(2,1): error SG4002: posts/a.md and posts/b.md both want the address /About/",
        "-- posts/a.md --\n---\nurl: /about/\n---\n-- posts/b.md --\n---\nurl: /About/\n---\n")]
    [InlineData(
        "an alias and a page",
        "posts/b.md(2,1): error SG4002: the alias '/posts/a/' is the address of posts/a.md",
        "-- posts/a.md --\n-- posts/b.md --\n---\naliases: [/posts/a/]\n---\n")]
    [InlineData(
        "two aliases",
        "posts/b.md(2,1): error SG4002: posts/a.md and posts/b.md both have the alias '/old/'",
        "-- posts/a.md --\n---\naliases: /old/\n---\n-- posts/b.md --\n---\naliases: /old\n---\n")]
    [InlineData(
        "a file and a folder",
        "static/about: error SG4002: /about cannot be both a file, for static/about, and a folder, for pages/about.md",
        "-- pages/about.md --\n-- static/about --\n-- posts/x.md --\n")]
    [InlineData(
        "an alias below an alias of the same post",
        "posts/a.md(2,1): error SG4002: /q.html cannot be both a file, for the alias '/q.html', and a folder, for the alias '/q.html/r/'",
        "-- posts/a.md --\n---\naliases: [/q.html, /q.html/r/]\n---\n")]
    [InlineData(
        "two aliases below an alias of another post, and a name between them",
        "posts/b.md(2,1): error SG4002: /q.html cannot be both a file, for the alias '/q.html' of posts/b.md, "
            + "and a folder, for the alias '/q.html/r/' of posts/a.md",
        "-- posts/a.md --\n---\naliases: [/q.html/r/, /q.html/s/, /q.html-/]\n---\n-- posts/b.md --\n---\nalias: /q.html\n---\n")]
    [InlineData(
        "an alias below a page",
        "posts/a.md(2,1): error SG4002: /q.html cannot be both a file, for pages/q.md, and a folder, for the alias '/q.html/r/' of posts/a.md",
        "-- pages/q.md --\n---\nurl: /q.html\n---\n-- posts/a.md --\n---\nalias: /q.html/r/\n---\n")]
    [InlineData(
        "an alias above a file",
        "posts/a.md(2,1): error SG4002: /q.html cannot be both a file, for the alias '/q.html' of posts/a.md, and a folder, for static/q.html/r",
        "-- static/q.html/r --\n-- posts/a.md --\n---\nalias: /q.html\n---\n")]
    [InlineData(
        "an alias below the file of a page",
        "posts/a.md(2,1): error SG4002: /posts/b/index.html cannot be both a file, for posts/b.md, "
            + "and a folder, for the alias '/posts/b/index.html/r/' of posts/a.md",
        "-- posts/b.md --\n-- posts/a.md --\n---\nalias: /posts/b/index.html/r/\n---\n")]
    [InlineData(
        "an alias and a feed",
        "posts/a.md(2,1): error SG4002: the alias '/rss.xml' is the address of the feed of 'posts'",
        "-- posts/a.md --\n---\nalias: /rss.xml\n---\n")]
    public void Law_4_two_routes_on_one_path_are_an_error_that_names_both(string what, string expected, string archive)
    {
        using var site = TestSite.From(archive).Build();
        site.Problems(expected);
        var clash = site.Diagnostics.Single(problem => problem.Rule.Code == "SG4002");
        Assert.True(clash.Notes.All(note => note.Path != clash.Path), what);
    }

    [Theory]
    [InlineData("aliases: /posts/a/", "posts/a.md(2,1): warning SG4003: the alias '/posts/a/' is the page's own address")]
    [InlineData("aliases: posts/a", "posts/a.md(2,1): warning SG4003: the alias 'posts/a' is the page's own address")]
    [InlineData("aliases: /../x/", "posts/a.md(2,1): error SG4004: the alias '/../x/' cannot be an address: '..' leads out of the site")]
    [InlineData(
        "aliases: /%2e%2e/x/",
        "posts/a.md(2,1): error SG4004: the alias '/%2e%2e/x/' cannot be an address: '..' leads out of the site")]
    [InlineData(
        "aliases: https://elsewhere.example/x/",
        "posts/a.md(2,1): error SG4004: the alias 'https://elsewhere.example/x/' cannot be an address: it names another site")]
    [InlineData("aliases: [/x/, /x, x/]", null)]
    [InlineData("redirect_from: [/x/, /y.html]", null)]
    public void An_alias_is_an_address_of_its_own(string key, string? expected)
    {
        using var site = TestSite.From($"-- posts/a.md --\n---\n{key}\n---\n").Build();
        site.Problems(expected is null ? [] : [expected]);
    }

    [Fact]
    public void Posts_whose_pattern_gives_them_one_address_are_reported()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            permalink: /:year
            -- posts/a.md --
            A
            -- posts/b.md --
            B
            """).Build();
        site.Problems(
            "posts/a.md: error SG4002: posts/a.md and the list of posts both want the address /",
            "posts/b.md: error SG4002: posts/a.md and posts/b.md both want the address /");
    }

    [Fact]
    public void Files_of_a_bundle_go_where_its_page_is_and_those_of_a_draft_nowhere()
    {
        using var site = TestSite.From("""
            -- posts/trip/index.md --
            ---
            url: /journeys/2026/
            layout: none
            ---
            ![](pic.png)
            -- posts/trip/pic.png --
            pic
            -- posts/trip/more/map.svg --
            map
            -- posts/plan/index.md --
            ---
            draft: true
            ---
            -- posts/plan/secret.png --
            secret
            -- posts/loose.png --
            loose
            -- pages/form.pdf --
            form
            """).Build();
        site.ProblemCount(0).Notes("posts/plan/index.md: note SG4005: left out: it is a draft")
            .Is("journeys/2026/pic.png", "pic\n")
            .Is("journeys/2026/more/map.svg", "map\n")
            .Is("posts/loose.png", "loose\n")
            .Is("pages/form.pdf", "form\n")
            .Has("journeys/2026/index.html", "<img src=\"/journeys/2026/pic.png\"")
            .HasNot("posts/plan/secret.png")
            .HasNot("plan/secret.png");
    }

    [Fact]
    public void A_theme_s_file_has_its_content_in_its_name_and_a_static_file_has_not()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n-- templates/assets/css/own.css --\na\n-- static/plain.css --\na\n").Build();
        var first = site.Result.Rendered.Single(path => path.StartsWith("assets/css/own.", StringComparison.Ordinal));
        Assert.Matches(@"^assets/css/own\.[0-9a-f]{10}\.css$", first);
        site.Has("plain.css").Edit("templates/assets/css/own.css", "a", "b").Build().HasNot(first);
        Assert.NotEqual(first, site.Result.Rendered.Single(path => path.StartsWith("assets/css/own.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_site_s_own_files_stand_in_for_those_made_for_machines()
    {
        using var site = TestSite.From("""
            -- posts/a.md --
            A
            -- static/robots.txt --
            mine
            -- static/404.html --
            mine
            -- static/sitemap.xml --
            mine
            """).Build();
        site.ProblemCount(0).Is("robots.txt", "mine\n").Is("404.html", "mine\n").Is("sitemap.xml", "mine\n");
    }

    [Theory]
    [InlineData("posts/a.md", "url: /.sitegen-manifest")]
    [InlineData("posts/a.md", "url: /.sitegen-staging/x/")]
    [InlineData("static/.sitegen-pending", "")]
    public void Names_of_the_program_s_own_files_are_refused(string path, string front)
    {
        using var site = TestSite.From($"-- {path} --\n---\n{front}\n---\nA\n-- posts/other.md --\nOther\n").Build();
        var problem = Assert.Single(site.Diagnostics);
        Assert.Equal((path, "SG4004"), (problem.Path, problem.Rule.Code));
        site.Has("posts/other/index.html");
    }
}
