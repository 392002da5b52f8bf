using System.Xml.Linq;
using AngleSharp.Dom;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>No text of an author becomes markup in the built-in theme, and none is escaped twice.</summary>
public sealed class EscapingTests
{
    [Fact]
    public void Markup_in_texts_makes_no_element_and_no_attribute_in_any_page()
    {
        using var hostile = HostileSite.Files().Build();
        using var harmless = HostileSite.Harmless().Build();
        var pages = Pages(hostile);
        Assert.Equal(
            [
                "404.html", "about/index.html", "archive/index.html", "authors/index.html",
                "categories/index.html", "feeds/index.html", "index.html", "old/index.html",
                "page/2/index.html", "posts/a/index.html", "posts/b/index.html", "tags/index.html"
            ],
            pages.Where(path => path.Count(c => c == '/') < 2
                || path.StartsWith("posts/", StringComparison.Ordinal)
                || path.StartsWith("page/", StringComparison.Ordinal)));

        // The slug of the text is longer than that of the word; the pages of terms are compared by what they are.
        Assert.Equal(Pages(harmless).Select(Kind).Order(), pages.Select(Kind).Order());
        Assert.All(pages, path =>
        {
            var other = Pages(harmless).First(candidate => Kind(candidate) == Kind(path));
            Assert.Equal(Shape(harmless, other), Shape(hostile, path));
        });
    }

    [Fact]
    public void Markup_in_texts_is_read_as_the_text_that_was_written()
    {
        using var site = HostileSite.Files().Build();
        Assert.All(Pages(site), path =>
        {
            var page = HostileSite.Parse(site.Output(path));
            Assert.Contains(HostileSite.Text, page.Title, StringComparison.Ordinal);
            Assert.DoesNotContain("&amp;amp;", site.Output(path), StringComparison.Ordinal);
            Assert.DoesNotContain("&amp;lt;", site.Output(path), StringComparison.Ordinal);
            Assert.DoesNotContain("&lt;script&gt;", page.Body!.TextContent, StringComparison.Ordinal);
        });

        var post = HostileSite.Parse(site.Output("posts/a/index.html"));
        string[] places = [".site-name a", "nav.menu a", "h1", ".byline a", ".category a", ".tags a", ".site-footer p"];
        Assert.All(places, place => Assert.Equal(HostileSite.Text, post.QuerySelector(place)?.TextContent));
        Assert.Equal(HostileSite.Text, post.QuerySelector(".lead-image img")?.GetAttribute("alt"));
        Assert.Equal(HostileSite.Text, post.QuerySelector("meta[name=description]")?.GetAttribute("content"));
        Assert.Equal(HostileSite.Text, post.QuerySelector("meta[property='og:title']")?.GetAttribute("content"));
        Assert.Equal(HostileSite.Text + " (RSS)", post.QuerySelector("link[rel=alternate]")?.GetAttribute("title"));
    }

    [Fact]
    public void Markup_in_texts_is_read_as_text_in_feeds_and_the_sitemap()
    {
        using var site = HostileSite.Files().Build();
        var feed = XDocument.Parse(site.Output("rss.xml"));
        Assert.Equal(HostileSite.Text, feed.Root?.Element("channel")?.Element("title")?.Value);
        Assert.Equal(HostileSite.Text, feed.Root?.Element("channel")?.Element("description")?.Value);
        var item = feed.Descendants("item").First();
        Assert.Equal(
            [HostileSite.Text, HostileSite.Text, HostileSite.Text],
            new[] { "title", "description", "category" }.Select(name => item.Element(name)?.Value));
        Assert.Equal(HostileSite.Text, item.Element(XName.Get("creator", "http://purl.org/dc/elements/1.1/"))?.Value);
        foreach (var path in TempFolder.Contents(site.OutputFolder).Keys.Where(path => path.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var document = XDocument.Parse(site.Output(path));
            Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName == "script");
            Assert.DoesNotContain(
                // Feed content is HTML, in which an attribute value is escaped once more.
                document.DescendantNodes().OfType<XText>().Where(text => text.Parent?.Name.LocalName is not ("encoded" or "content")),
                text => text.Value.Contains("&lt;script", StringComparison.Ordinal));
        }

        Assert.Equal(
            HostileSite.Text,
            System.Text.Json.JsonDocument.Parse(site.Output("feed.json")).RootElement.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(@"java\tscript:alert(1)")]
    [InlineData(@"java\nscript:alert(1)")]
    [InlineData(@" \x01javascript:alert(1)")]
    [InlineData("javascript&colon;alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("&#x6A;avascript&#58;alert(1)")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    public void An_address_that_would_run_a_script_is_left_out_with_a_warning(string address)
    {
        using var site = TestSite.From($"""
            -- authors.yml --
            ada:
              name: Ada
              image: "{address}"
              links:
                - title: Bad
                  url: "{address}"
            -- posts/a.md --
            ---
            title: A
            date: 2026-01-01
            author: ada
            image: "{address}"
            ---
            Body.
            """);
        site.Build();
        foreach (var path in Pages(site))
        {
            var page = HostileSite.Parse(site.Output(path));
            var addresses = page.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name is "href" or "src")
                .Select(attribute => attribute.Value)
                .ToArray();
            Assert.NotEmpty(addresses);
            Assert.All(addresses, found => Assert.Contains(SchemeOf(found), (string[])["http", "https"]));
        }

        // What begins with a path of the site cannot be a scheme any more, and needs no warning.
        var isDefused = HostileSite.Parse(site.Output("authors/ada/index.html"))
            .QuerySelector("ul.links a")?.GetAttribute("href")?[0] == '/';
        Assert.True(isDefused || site.Diagnostics.Any(problem => problem.Rule.Name == "dangerous-url"), "nothing was said");
    }

    [Fact]
    public void The_theme_escapes_nothing_by_hand()
    {
        var templates = Repository.Files("templates").Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(templates);
        Assert.All(templates, path => Assert.DoesNotMatch("html\\.(escape|raw)|string\\.escape", Repository.Read(path)));
    }

    private static string[] Pages(TestSite site) =>
        [.. TempFolder.Contents(site.OutputFolder).Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal))];

    private static string Kind(string path) =>
        path.Split('/') is [("tags" or "categories" or "authors") and var taxonomy, _, "index.html"] ? $"{taxonomy}/*" : path;

    // A page's elements with the names of their attributes, in order: what a text can only change by breaking out of its place.
    private static string Shape(TestSite site, string path) => string.Join('\n', HostileSite.Parse(site.Output(path)).All
        .Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));

    // As a browser resolves it: white space and controls gone, case folded.
    private static string SchemeOf(string address) => new Url(new Url("https://example.org/"), address).Scheme;
}
