using SiteGen.Pipeline.Routing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>What a page of the built-in theme costs: bytes for its readers, memory while it is drawn.</summary>
public sealed class WeightTests
{
    private const int MostPageBytes = 28 * 1024;
    // Measured: 40,080, most of it JSON-LD, captured phrases and links to pass a post on.
    private const int MostAllocatedBytes = 42_000;

    private static readonly string s_site = """
        -- sitegen.yml --
        title: The Allotment
        description: Notes from plot 14
        base_url: https://example.org/
        menus:
          main:
            - {title: About, url: /about/}
            - {title: Elsewhere, url: "https://other.example/"}
        -- posts/a.md --
        ---
        title: Rain at last
        date: 2026-04-02
        updated: 2026-04-03
        tags: [weather, water, patience]
        categories: [Garden]
        authors: [Mira, Jon]
        image: rain.jpg
        image_alt: A full barrel
        ---
        CONTENT
        -- posts/b.md --
        ---
        title: Before
        date: 2026-04-01
        ---
        Earlier.
        -- posts/c.md --
        ---
        title: After
        date: 2026-04-04
        ---
        Later.
        -- posts/rain.jpg --
        (a picture)
        -- pages/about.md --
        # About
        """;

    [Fact]
    public void A_post_page_without_its_text_and_with_its_style_sheet_weighs_at_most_28_KB()
    {
        using var site = TestSite.From(s_site).Build();
        var page = SiteFileBytes(site, "posts/a/index.html").Length - "CONTENT".Length;
        var styles = HostileSite.Parse(site.Output("posts/a/index.html"))
            .QuerySelectorAll("link[rel=stylesheet]")
            .Select(link => link.GetAttribute("href"))
            .ToArray();
        Assert.NotEmpty(styles);
        Assert.InRange(page + styles.Sum(href => SiteFileBytes(site, href!.TrimStart('/')).Length), 1, MostPageBytes);
    }

    [Fact]
    public void No_page_has_scripts_or_styles_of_its_own_or_loads_anything_from_elsewhere()
    {
        using var site = TestSite.From(s_site).Build();
        var pages = TempFolder.Contents(site.OutputFolder).Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToArray();
        Assert.Contains("posts/a/index.html", pages);
        foreach (var path in pages)
        {
            var page = HostileSite.Parse(site.Output(path));
            Assert.Empty(
                page.QuerySelectorAll("script:not([type='application/ld+json']), style, iframe, [style], [onclick], [onload], [onerror]"));
            var loaded =
                page.QuerySelectorAll("[src], [srcset], link[rel=stylesheet], link[rel=icon], link[rel=preload], link[rel=preconnect]")
                .Select(element => element.GetAttribute("src") ?? element.GetAttribute("srcset") ?? element.GetAttribute("href") ?? "")
                .ToArray();
            Assert.NotEmpty(loaded);
            Assert.All(loaded, address => Assert.True(
                address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal), $"{path}: {address}"));
            var left = page.QuerySelectorAll("a[href]")
                .Select(link => link.GetAttribute("href") ?? "")
                .Where(address => address.Contains("//", StringComparison.Ordinal));
            Assert.All(left, address => Assert.True(
                address is "https://other.example/" || address.StartsWith("https://example.org/", StringComparison.Ordinal),
                $"{path}: {address}"));
        }
    }

    [Fact]
    public void A_post_page_is_drawn_a_second_time_with_little_garbage()
    {
        using var files = TestSite.From(s_site);
        var site = LoadedSite.Of(files);
        var route = site.Route<PostRoute>("/posts/a/");
        var (post, layout) = (site.Templates.Find("post.html")!, site.Templates.Find("layout.html")!);
        var (inner, page) = (new Utf8Buffer(), new Utf8Buffer());
        for (var i = 0; i < 20; i++)
        {
            Draw();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Draw();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Contains("<p>CONTENT</p>", page.ToString(), StringComparison.Ordinal);
        Assert.InRange(allocated, 0, MostAllocatedBytes);

        // As RouteRenderer draws a page: the model anew, contexts and buffers again.
        void Draw()
        {
            var model = site.Model(route, "post");
            inner.Clear();
            page.Clear();
            Assert.True(site.Render(post, model, inner));
            model.Content = Templating.Values.Value.Html(inner.WrittenMemory);
            Assert.True(site.Render(layout, model, page));
        }
    }

    private static byte[] SiteFileBytes(TestSite site, string path) => File.ReadAllBytes(Path.Combine(site.OutputFolder, path));
}
