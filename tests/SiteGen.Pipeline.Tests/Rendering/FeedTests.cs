using System.Text.Json;
using System.Xml.Linq;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Rendering;

/// <summary>The feeds of all posts and of terms, in their three languages.</summary>
public sealed class FeedTests
{
    private const string Blog = """
        -- sitegen.yml --
        title: A & B
        description: About <things>
        base_url: https://example.org/blog/
        author: The Desk
        time_zone: Europe/Berlin
        -- static/x.png --
        (a picture)
        -- static/pic.png --
        (another)
        -- posts/one.md --
        ---
        title: "One <b> & \"two\""
        date: 2026-03-05
        updated: 2026-03-07T10:00:00Z
        tags: [music, C#]
        guid: "urn:old:1"
        image: /pic.png
        ---
        A [link](two.md), a ![picture](/x.png) and `a < b`.
        -- posts/two.md --
        ---
        title: Two
        date: 2026-03-04T12:00:00Z
        author: Somebody
        ---
        Two.
        -- posts/three.md --
        ---
        title: Undated
        ---
        Three.
        """;

    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void An_Atom_feed_has_what_RFC_4287_asks_for()
    {
        using var site = TestSite.From(Blog).Build().ProblemCount(0);
        var feed = XDocument.Parse(site.Output("atom.xml")).Root!;
        Assert.Equal("A & B", feed.Element(s_atom + "title")!.Value);
        Assert.Equal("https://example.org/blog/atom.xml", feed.Element(s_atom + "id")!.Value);
        Assert.Equal("2026-03-07T11:00:00+01:00", feed.Element(s_atom + "updated")!.Value);
        var entries = feed.Elements(s_atom + "entry").ToArray();
        Assert.Equal(
            ["urn:old:1", "https://example.org/blog/posts/two/", "https://example.org/blog/posts/three/"],
            entries.Select(entry => entry.Element(s_atom + "id")!.Value));
        Assert.Equal("One <b> & \"two\"", entries[0].Element(s_atom + "title")!.Value);
        Assert.Equal("2026-03-05T00:00:00+01:00", entries[0].Element(s_atom + "published")!.Value);
        Assert.Equal(["music", "C#"], entries[0].Elements(s_atom + "category").Select(term => (string?)term.Attribute("term")));
        Assert.Equal("Somebody", entries[1].Element(s_atom + "author")!.Element(s_atom + "name")!.Value);
        Assert.Equal("html", (string?)entries[0].Element(s_atom + "content")!.Attribute("type"));
        Assert.Contains(
            "<a href=\"https://example.org/blog/posts/two/\">link</a>",
            entries[0].Element(s_atom + "content")!.Value,
            StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.NotNull(entry.Element(s_atom + "updated")));
    }

    [Fact]
    public void A_JSON_feed_has_what_version_1_1_asks_for()
    {
        using var site = TestSite.From(Blog).Build().ProblemCount(0);
        using var document = JsonDocument.Parse(site.Output("feed.json"));
        var feed = document.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("https://example.org/blog/feed.json", feed.GetProperty("feed_url").GetString());
        var first = feed.GetProperty("items")[0];
        Assert.Equal("urn:old:1", first.GetProperty("id").GetString());
        Assert.Equal("https://example.org/blog/posts/one/", first.GetProperty("url").GetString());
        Assert.Equal("https://example.org/blog/pic.png", first.GetProperty("image").GetString());
        Assert.Equal("2026-03-07T11:00:00+01:00", first.GetProperty("date_modified").GetString());
        Assert.Equal("The Desk", first.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.False(feed.GetProperty("items")[2].TryGetProperty("date_published", out _));
    }

    [Fact]
    public void Every_term_has_a_feed_of_its_posts()
    {
        using var site = TestSite.From(Blog).Build().ProblemCount(0);
        var channel = XDocument.Parse(site.Output("tags/c-sharp/rss.xml")).Root!.Element("channel")!;
        Assert.Equal("C# · A & B", channel.Element("title")!.Value);
        Assert.Equal("https://example.org/blog/tags/c-sharp/", channel.Element("link")!.Value);
        Assert.Equal(["One <b> & \"two\""], channel.Elements("item").Select(item => item.Element("title")!.Value));
        site.Has("authors/somebody/rss.xml");
    }

    [Fact]
    public void Feeds_can_be_renamed_and_left_out()
    {
        using var site = TestSite.From(Blog.Replace(
            "time_zone: Europe/Berlin",
            "feeds: {rss: feed.xml, atom: false, json: no, terms: false}",
            StringComparison.Ordinal)).Build();
        site.ProblemCount(0).Has("feed.xml").HasNot("rss.xml").HasNot("atom.xml").HasNot("feed.json").HasNot("tags/music/rss.xml");
    }

    [Fact]
    public void A_feed_outside_the_site_and_an_unknown_option_are_refused()
    {
        var problems = Loaded("feeds: {rss: ../rss.xml}").Concat(Loaded("feeds: {terms: 3}")).Concat(Loaded("feeds: {rdf: x}"));
        Assert.Equal(
            [
                "sitegen.yml(1,9): error SG1003: the feed '../rss.xml' cannot be a file of the site: '..' leads out of the site",
                "sitegen.yml(1,16): error SG1003: 'terms' must be true or false",
                "sitegen.yml(1,9): error SG1003: 'rdf' is not an option of feeds",
            ],
            problems);
    }

    [Fact]
    public void A_new_post_and_an_edited_body_show_in_the_feeds_and_a_post_behind_the_last_entry_does_not()
    {
        using var site = TestSite.From(Blog.Replace("time_zone: Europe/Berlin", "feeds: {entries: 1}", StringComparison.Ordinal)).Build();
        site.Edit("posts/two.md", "Two.", "Zwei.").Build().Rendered(
            "authors/somebody/index.html", "authors/somebody/rss.xml", "index.html", "posts/two/index.html");
        site.Edit("posts/one.md", "a < b", "a > b")
            .Build()
            .Has("rss.xml", "a &amp;gt; b")
            .Has("atom.xml", "a &amp;gt; b")
            .Has("feed.json", "a &gt; b");
    }

    private static IEnumerable<string> Loaded(string configuration)
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "sitegen.yml"), configuration);
        var said = Pipeline.Configuration.RawOptions.None.With("source", folder.Path);
        var loaded = Pipeline.Loading.SiteFile.Load(new Pipeline.Configuration.OptionSources(said), TimeProvider.System);
        return [.. loaded.Diagnostics.Select(problem => problem.ToLine())];
    }
}
