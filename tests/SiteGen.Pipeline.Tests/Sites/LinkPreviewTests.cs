using AngleSharp.Html.Dom;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class LinkPreviewTests
{
    private const string Options = "-- sitegen.yml --\ntitle: Salt\nbase_url: https://example.org/x/\n";

    [Fact]
    public void Pages_without_a_picture_are_shared_with_that_of_the_site()
    {
        using var site = TestSite.From(
            Options + "theme: {image: /b.jpg}\n-- posts/own.md --\n---\nimage: /a.jpg\nimage_alt: A\n---\nText\n-- posts/none.md --\nText\n");
        site.Write("static/a.jpg", SamplePicture.Jpeg(300, 200)).Write("static/b.jpg", SamplePicture.Jpeg(1600, 840)).Build().Problems();
        var (own, shared) = (Page(site, "posts/own/index.html"), Page(site, "posts/none/index.html"));
        Assert.Equal(("https://example.org/x/a.jpg", "A"), (Meta(own, "og:image"), Meta(own, "og:image:alt")));
        Assert.Equal(("300", "200"), (Meta(own, "og:image:width"), Meta(own, "og:image:height")));
        Assert.Matches("^https://example.org/x/b-1200\\.", Meta(shared, "og:image"));
        Assert.Equal(("1200", "630", "Salt"), (Meta(shared, "og:image:width"), Meta(shared, "og:image:height"), Meta(shared, "og:image:alt")));
        Assert.Equal(Meta(shared, "og:image"), Meta(Page(site, "index.html"), "og:image"));
    }

    [Fact]
    public void No_SVG_is_offered_because_no_network_shows_one()
    {
        using var site = TestSite.From(Options + "-- posts/a.md --\n---\nimage: /a.SVG\nimage_alt: A\n---\nText\n-- static/a.SVG --\n<svg/>\n");
        Assert.Null(Meta(Page(site.Build(), "posts/a/index.html"), "og:image"));
        site.Write("sitegen.yml", "title: Salt\nbase_url: https://example.org/x/\ntheme: {image: /b.jpg}\n")
            .Write("static/b.jpg", SamplePicture.Jpeg(300, 200)).Build().Problems();
        Assert.Equal("https://example.org/x/b.jpg", Meta(Page(site, "posts/a/index.html"), "og:image"));
    }

    private static IHtmlDocument Page(TestSite site, string path) => HostileSite.Parse(site.Output(path));

    private static string? Meta(IHtmlDocument page, string property) =>
        page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
}
