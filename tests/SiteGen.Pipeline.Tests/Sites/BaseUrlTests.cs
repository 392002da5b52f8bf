using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A site whose address nobody gave: its feeds and its sitemap lead nowhere, and it is told.</summary>
public sealed class BaseUrlTests
{
    private const string Missing =
        "sitegen.yml: warning SG1013: there is no 'base_url', so that feeds, the sitemap and canonical links lead to http://localhost/";

    private const string Post = "-- posts/rain.md --\nRain\n";

    [Theory]
    [InlineData("title: A\n", Missing)]
    [InlineData("base_url:\n", Missing)]
    [InlineData("base_url: https://example.org/\n")]
    [InlineData("base_url: http://localhost/\n")]
    [InlineData("rules: {no-base-url: off}\n")]
    public void A_site_without_an_address_is_told(string configuration, params string[] problems)
    {
        using var site = TestSite.From(Post).Write("sitegen.yml", configuration).NeedsBaseUrl().Build();
        site.Problems(problems).Has("sitemap.xml", "/posts/rain/");
    }

    [Fact]
    public void A_site_without_a_configuration_is_told()
    {
        using var site = TestSite.From(Post).NeedsBaseUrl().Build();
        site.Problems(Missing);
    }

    [Fact]
    public void It_holds_a_strict_build()
    {
        using var site = TestSite.From(Post).NeedsBaseUrl().WithStrict().Build();
        site.Problems(Missing).WasHeld();
        site.WithBaseUrl("https://example.org/").Build().Problems().Has("rss.xml", "https://example.org/posts/rain/");
    }

    [Fact]
    public void A_site_without_a_page_has_other_cares()
    {
        using var site = TestSite.From("-- posts/rain.md --\n---\ndraft: true\n---\nRain\n").NeedsBaseUrl().Build();
        site.Problems("posts: warning SG1004: no post is published: 1 is a draft");
    }
}
