using System.Text.Json;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What pages tell search engines about themselves.</summary>
public sealed class LinkedDataTests
{
    private const string Files =
        "-- sitegen.yml --\ntitle: Boats & more\ndescription: On the water\nbase_url: https://example.org/blog/\nlanguage: de\n" +
        "-- authors.yml --\nada: {name: Ada, picture: /ada.png, links: [{title: Site, url: \"https://ada.example/\"}]}\n" +
        "-- posts/a.md --\n---\ntitle: Über \"x\" </script><b>\ndate: 2026-03-05\nupdated: 2026-03-06\nauthors: "
        + "[ada, Grace]\ntags: [sea/boats]\nimage: /a.png\ndescription: D\n---\nText.\n" +
        "-- pages/about.md --\n# About\n-- static/a.png --\nx\n-- static/ada.png --\nx\n";

    [Fact]
    public void A_post_is_a_posting_with_its_way_from_the_front_page()
    {
        using var site = TestSite.From(Files).Build();
        var graph = Graph(site.Problems(), "posts/a/index.html");
        Assert.Equal(["BlogPosting", "BreadcrumbList"], graph.Select(TypeOf));
        var post = graph[0];
        Assert.Equal("Über \"x\" </script><b>", post.GetProperty("headline").GetString());
        Assert.Equal("https://example.org/blog/posts/a/", post.GetProperty("url").GetString());
        Assert.Equal("2026-03-05T00:00:00+00:00", post.GetProperty("datePublished").GetString());
        Assert.Equal("2026-03-06T00:00:00+00:00", post.GetProperty("dateModified").GetString());
        Assert.Equal("https://example.org/blog/a.png", post.GetProperty("image").GetString());
        Assert.Equal(
            ["Ada https://example.org/blog/authors/ada/", "Grace https://example.org/blog/authors/grace/"],
            post.GetProperty("author")
                .EnumerateArray()
                .Select(author => $"{author.GetProperty("name").GetString()} {author.GetProperty("url").GetString()}"));
        Assert.Equal("sea/boats", post.GetProperty("keywords")[0].GetString());
        Assert.Equal("Boats & more", post.GetProperty("isPartOf").GetProperty("name").GetString());
        Assert.Equal(
            ["Boats & more https://example.org/blog/", "Über \"x\" </script><b> https://example.org/blog/posts/a/"],
            TrailOf(graph[1]));
    }

    [Fact]
    public void Other_pages_say_what_they_are()
    {
        using var site = TestSite.From(Files).Build();
        var home = Graph(site, "index.html");
        Assert.Equal("WebSite", TypeOf(home.Single()));
        Assert.Equal("On the water", home[0].GetProperty("description").GetString());
        var author = Graph(site, "authors/ada/index.html");
        Assert.Equal(["Person", "BreadcrumbList"], author.Select(TypeOf));
        Assert.Equal("https://ada.example/", author[0].GetProperty("sameAs")[0].GetString());
        Assert.Equal("https://example.org/blog/ada.png", author[0].GetProperty("image").GetString());
        Assert.Equal(3, TrailOf(author[1]).Length);
        Assert.Equal(
            ["Boats & more", "Schlagwörter", "sea", "boats"],
            TrailOf(Graph(
                site,
                "tags/sea/boats/index.html").Single()).Select(step => step[..step.IndexOf(" https", StringComparison.Ordinal)]));
        Assert.Equal(4, TrailOf(Graph(site, "archive/2026/03/index.html").Single()).Length);
        Assert.Equal("BreadcrumbList", TypeOf(Graph(site, "about/index.html").Single()));
        Assert.Empty(HostileSite.Parse(site.Output("404.html")).QuerySelectorAll("script"));
    }

    [Fact]
    public void No_text_ends_the_element_around_it()
    {
        using var site = TestSite.From(Files).Build();
        var page = HostileSite.Parse(site.Output("posts/a/index.html"));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.DoesNotContain(
            "</script><b>",
            page.Source.Text[..page.Source.Text.IndexOf("<body", StringComparison.Ordinal)],
            StringComparison.Ordinal);
    }

    private static JsonElement[] Graph(TestSite site, string path)
    {
        var script = HostileSite.Parse(site.Output(path)).QuerySelectorAll("script[type='application/ld+json']").Single();
        var root = JsonDocument.Parse(script.TextContent).RootElement;
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        return [.. root.GetProperty("@graph").EnumerateArray()];
    }

    private static string? TypeOf(JsonElement element) => element.GetProperty("@type").GetString();

    private static string[] TrailOf(JsonElement list)
    {
        var steps = list.GetProperty("itemListElement").EnumerateArray().ToArray();
        Assert.Equal(Enumerable.Range(1, steps.Length), steps.Select(step => step.GetProperty("position").GetInt32()));
        return [.. steps.Select(step => $"{step.GetProperty("name").GetString()} {step.GetProperty("item").GetString()}")];
    }
}
