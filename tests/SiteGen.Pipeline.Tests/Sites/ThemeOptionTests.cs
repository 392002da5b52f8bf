using System.Text.Json;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What a site can choose for the built-in theme without touching a template.</summary>
public sealed class ThemeOptionTests
{
    private const string Post = "-- posts/a.md --\n# A\n";

    private static string Style(TestSite site) =>
        site.Output(site.Result.Rendered.Single(path => path.StartsWith("assets/style.", StringComparison.Ordinal)));

    [Fact]
    public void Pictures_of_the_theme_that_are_not_there_are_told_with_their_line()
    {
        const string Site = """
            -- posts/a.md --
            # A
            -- static/harbour.jpg --
            (a picture)
            -- sitegen.yml --
            base_url: https://example.org/blog/
            theme:
              logo: /Harbour.jpg
              image: /blog/harbour.jpg
            """;
        using var site = TestSite.From(Site).Build();
        site.Problems("sitegen.yml(3,9): warning SG4009: there is no picture '/Harbour.jpg'");
        site.Edit("sitegen.yml", "/Harbour.jpg", "https://example.net/logo.svg").Build().Problems();
        site.Edit("sitegen.yml", "/blog/harbour.jpg", "/sea.jpg").Build()
            .Problems("sitegen.yml(4,10): warning SG4009: there is no picture '/sea.jpg'");
    }

    [Fact]
    public void An_option_of_the_built_in_theme_without_text_is_not_set()
    {
        using var site = TestSite.From("-- sitegen.yml --\ntheme: {logo: '', image: '', edit: ''}\n" + Post).Build();
        site.Problems().Lacks("posts/a/index.html", "class=\"edit\"").Lacks("index.html", "<img").Lacks("index.html", "og:image");
    }

    [Fact]
    public void Readers_can_suggest_changes_where_the_site_says()
    {
        const string Site = "-- sitegen.yml --\ntheme: {edit: 'https://example.org/blog/edit/main/'}\n-- posts/2024/a b&c#d.md --\n# A\n";
        using var site = TestSite.From(Site).Build();
        site.Has(
            "posts/a-b-c-sharpd/index.html",
            "<p class=\"edit\"><a href=\"https://example.org/blog/edit/main/posts/2024/a%20b&amp;c%23d.md\">Suggest a change</a></p>");
        using var plain = TestSite.From(Post).Build().Lacks("posts/a/index.html", "class=\"edit\"");
    }

    [Fact]
    public void Choices_end_the_style_sheet_and_change_its_name()
    {
        using var plain = TestSite.From(Post).Build();
        using var site = TestSite.From(
            Post,
            """
            -- sitegen.yml --
            theme:
              accent: '#7a2e1d'
              accent_dark: '#f0b8a8'
              paper: white
              label_font: "'My Font', sans-serif"
              width: 40rem
            """).Build();
        Assert.StartsWith(Style(plain), Style(site.Problems()), StringComparison.Ordinal);
        Assert.EndsWith(
            """

            :root {
              --accent: #7a2e1d;
              --label-font: 'My Font', sans-serif;
              --paper: white;
              --width: 40rem;
            }

            @media (prefers-color-scheme: dark) {
              :root {
                --accent: #f0b8a8;
              }
            }

            """,
            Style(site),
            StringComparison.Ordinal);
        Assert.NotEqual(
            plain.Result.Rendered.Single(path => path.StartsWith("assets/style.", StringComparison.Ordinal)),
            site.Result.Rendered.Single(path => path.StartsWith("assets/style.", StringComparison.Ordinal)));
        site.Has("index.html", "<meta name=\"theme-color\" content=\"white\" media=\"(prefers-color-scheme: light)\">");
    }

    [Fact]
    public void One_accent_is_enough()
    {
        using var site = TestSite.From(Post, "-- sitegen.yml --\ntheme: {accent: \"#7a2e1d\"}\n").Build();
        Assert.Contains("--accent: color-mix(in oklab, #7a2e1d 45%, white);", Style(site), StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_sheet_of_the_site_s_own_gets_them_too()
    {
        using var site = TestSite.From(
            Post,
            "-- templates/assets/style.css --\na { color: var(--accent) }\n-- sitegen.yml --\ntheme: {accent: red}\n").Build();
        Assert.StartsWith("a { color: var(--accent) }\n\n:root {\n  --accent: red;\n}\n", Style(site), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accent: '#7a2e1g'", "'#7a2e1g' cannot be the theme's accent")]
    [InlineData("accent: 'red; } body { display: none'", "'red; } body { display: none' cannot be the theme's accent")]
    [InlineData("accent: url(//evil.example)", "'url(//evil.example)' cannot be the theme's accent")]
    [InlineData("text_font: 'a; b'", "'a; b' cannot be the theme's text_font")]
    [InlineData("text_font: '\"open'", "'\"open' cannot be the theme's text_font")]
    [InlineData("width: wide", "'wide' cannot be the theme's width")]
    [InlineData("logo: [a]", "the theme's logo must be a single text")]
    [InlineData("colour: red", "'colour' is not an option of the theme")]
    [InlineData("share: [myspace]", "'myspace' is no network that posts can be passed on to")]
    [InlineData("share: ['mastodon@a/b']", "'mastodon@a/b' is no network that posts can be passed on to")]
    public void What_is_no_colour_font_or_length_is_refused(string option, string message)
    {
        using var site = TestSite.From(Post, $"-- sitegen.yml --\ntheme:\n  {option}\n").Build();
        var problem = Assert.Single(site.Diagnostics);
        Assert.Equal(("SG1003", message), (problem.Rule.Code, problem.Message));
        Assert.Equal(2, problem.Start.Line);
    }

    [Theory]
    [InlineData(
        "accent: '#8fd3df'",
        "sitegen.yml: warning SG1010: the theme's accent #8fd3df is hard to read on #fdfcf9: its contrast is 1.6, and text needs 4.5")]
    [InlineData(
        "ink_dark: '#222'",
        "sitegen.yml: warning SG1010: the theme's ink_dark #222 is hard to read on #15191c: its contrast is 1.1, and text needs 4.5")]
    [InlineData("{accent: '#fff', paper: '#000'}", null)]
    public void A_colour_that_is_hard_to_read_is_a_warning(string theme, string? expected)
    {
        using var site = TestSite.From(Post, $"-- sitegen.yml --\ntheme: {(theme[0] == '{' ? theme : "{" + theme + "}")}\n").Build();
        site.Problems(expected is null ? [] : [expected]);
    }

    [Fact]
    public void Every_network_has_its_link()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            base_url: https://example.org/x/
            theme: {share: [mastodon, bluesky, linkedin, facebook, x, whatsapp, email]}
            -- posts/a.md --
            ---
            title: "A & B: 100% 'x'"
            ---
            """).Build();
        const string Title = "A%20%26%20B%3A%20100%25%20%27x%27";
        const string Url = "https%3A%2F%2Fexample.org%2Fx%2Fposts%2Fa%2F";
        site.Problems().Has(
            "posts/a/index.html", $"https://mastodon.social/share?text={Title}%20{Url}\"",
            $"https://bsky.app/intent/compose?text={Title}%20{Url}\"",
            $"https://www.linkedin.com/sharing/share-offsite/?url={Url}\"",
            $"https://www.facebook.com/sharer/sharer.php?u={Url}\"", $"https://x.com/intent/post?text={Title}&amp;url={Url}\"",
            $"https://wa.me/?text={Title}%20{Url}\"", $"mailto:?subject={Title}&amp;body={Url}\"");
    }

    [Fact]
    public void Devices_are_told_of_the_site()
    {
        using var site = TestSite.From(
            Post,
            "-- sitegen.yml --\ntitle: Boats\nbase_url: https://example.org/x/\nlanguage: de\ntheme: {paper: '#ffffff'}\n").Build();
        var manifest = JsonDocument.Parse(site.Output("manifest.webmanifest")).RootElement;
        Assert.Equal(
            ("Boats", "/x/", "de", "#ffffff"),
            (
                manifest.GetProperty("name").GetString(),
                manifest.GetProperty("start_url").GetString(),
                manifest.GetProperty("lang").GetString(),
                manifest.GetProperty("theme_color").GetString()));
        site.Has("index.html", "<link rel=\"manifest\" href=\"/x/manifest.webmanifest\">")
            .Has(manifest.GetProperty("icons")[0].GetProperty("src").GetString()!["/x/".Length..], "<svg");
        site.Write("static/manifest.webmanifest", "{}").Build().Is("manifest.webmanifest", "{}");
    }

    [Fact]
    public void The_page_of_feeds_goes_with_them()
    {
        using var site = TestSite.From(Post, "-- sitegen.yml --\nfeeds: {terms: false, json: false}\n").Build();
        site.Problems()
            .Has("feeds/index.html", "/rss.xml", "/atom.xml")
            .Lacks("feeds/index.html", "JSON Feed")
            .Has("index.html", "<a href=\"/feeds/\">", "</svg>Feeds</a>");
        site.Edit("sitegen.yml", "json: false", "json: false, rss: false, atom: false")
            .Build()
            .HasNot("feeds/index.html")
            .Lacks("index.html", "/feeds/");
        site.Edit("sitegen.yml", ", rss: false, atom: false", "")
            .Write("pages/feeds.md", "# Mine\n")
            .Build()
            .Problems()
            .Has("feeds/index.html", "Mine");
    }
}
