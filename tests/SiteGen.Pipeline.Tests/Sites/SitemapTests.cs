using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>The sitemap, whole and in parts.</summary>
public sealed class SitemapTests
{
    private const string Small = """
        -- sitegen.yml --
        archives: off
        feeds: {rss: false, atom: false, json: false}
        limits: {sitemap_addresses: 2}
        base_url: https://example.org/

        """;

    [Fact]
    public void More_addresses_than_a_file_may_hold_are_split_below_an_index()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Small).Build();
        site.Problems().Has(
            "sitemap.xml",
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://example.org/sitemap-1.xml</loc>
            </sitemap>
            """,
            "sitemap-3.xml")
            .Has("sitemap-1.xml", "<loc>https://example.org/</loc>", "/posts/one/")
            .Has("sitemap-2.xml", "/posts/three/", "/posts/two/")
            .Has("sitemap-3.xml", "/tags/green/", "/tags/<")
            .HasNot("sitemap-4.xml")
            .Has("robots.txt", "Sitemap: https://example.org/sitemap.xml");
    }

    [Fact]
    public void Law_5_what_is_hidden_moves_the_others()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Small).Build();
        site.Edit("posts/one.md", "title: One", "title: One\nnoindex: true")
            .Build()
            .Lacks("sitemap-1.xml", "/posts/one/")
            .Has("sitemap-1.xml", "/posts/three/");
        site.Edit("posts/one.md", "noindex: true", "unlisted: true").Build();
        site.Edit("posts/one.md", "\nunlisted: true", "").Build().Has("sitemap-1.xml", "/posts/one/");
        site.Delete("posts/two.md")
            .Build()
            .Has("sitemap.xml", "sitemap-2.xml")
            .HasNot("sitemap-3.xml")
            .Edit("sitegen.yml", ": 2", ": 3")
            .Build()
            .Has("sitemap.xml", "<urlset")
            .HasNot("sitemap-1.xml");
    }
}
