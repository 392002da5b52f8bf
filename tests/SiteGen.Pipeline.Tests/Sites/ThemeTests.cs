using System.Xml.Linq;
using AngleSharp.Html.Dom;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What readers find on the pages of the built-in theme.</summary>
public sealed class ThemeTests
{
    private const string Authors = """
        -- authors.yml --
        Ada:
          bio: Writes about *boats*.
          image: /ada.png
        Ben:
          bio: Keeps bees.
        -- static/ada.png --
        (a picture)
        """;

    private static readonly string[] s_colors = ["red", "green", "blue"];

    private static IHtmlDocument Page(TestSite site, string path) => HostileSite.Parse(site.Output(path));

    private static string[] Texts(TestSite site, string path, string selector) =>
        [.. Page(site, path).QuerySelectorAll(selector).Select(found => found.TextContent.Trim())];

    private static string Posts(int count, Func<int, string>? front = null) => string.Concat(Enumerable.Range(1, count).Select(i =>
    {
        var day = new DateOnly(2025, 12, 31).AddDays(-i * 20);
        return $"-- posts/p{i}.md --\n---\ntitle: P{i}\ndate: {day:yyyy-MM-dd}\n{front?.Invoke(i)}\n---\nText {i}.\n";
    }));

    [Fact]
    public void The_archive_lists_posts_by_year_and_years_are_links_within_it()
    {
        using var site = TestSite.From(Posts(30)).Build().Problems();
        Assert.Equal(["2025", "2024"], Texts(site, "archive/index.html", ".jump a"));
        var year = Page(site, "archive/index.html").GetElementById("year:2024")!;
        Assert.Equal("P19", year.QuerySelector("li a")!.TextContent);
        Assert.Equal("16 Dec", year.QuerySelector("li time")!.TextContent);
        Assert.Equal("2024-12-16", year.QuerySelector("li time")!.GetAttribute("datetime"));
    }

    [Fact]
    public void Above_a_thousand_posts_the_archive_lists_months()
    {
        // The bound of the theme is too high for a quick test.
        var years = File.ReadAllText(Repository.PathOf("templates/partials/years.html"));
        Assert.Contains("<= 1000", years, StringComparison.Ordinal);
        using var site = TestSite.From(Posts(11));
        site.Write("templates/partials/years.html", years.Replace("1000", "10", StringComparison.Ordinal)).Build().Problems();
        Assert.Contains("December 2025", Texts(site, "archive/index.html", ".year li a"));
        Assert.DoesNotContain("P1", Texts(site, "archive/index.html", ".year li a"));
        site.Delete("posts/p9.md").Build();
        Assert.Contains("P1", Texts(site, "archive/index.html", ".year li a"));
    }

    [Theory]
    [InlineData(1, 3, "1 2 3 Older")]
    [InlineData(2, 6, "Newer 1 2 3 4 5 6 Older")]
    [InlineData(1, 12, "1 2 3 … 12 Older")]
    [InlineData(4, 12, "Newer 1 2 3 4 5 … 12 Older")]
    [InlineData(6, 12, "Newer 1 … 5 6 7 … 12 Older")]
    [InlineData(12, 12, "Newer 1 … 10 11 12")]
    public void Pages_of_the_list_are_numbered(int page, int count, string expected)
    {
        using var site = TestSite.From("-- sitegen.yml --\npaginate: 1\n", Posts(count)).Build().Problems();
        var path = page == 1 ? "index.html" : $"page/{page}/index.html";
        Assert.Equal(expected, string.Join(' ', Texts(site, path, ".pagination > :not([aria-current]), .pagination [aria-hidden]")));
        Assert.Equal([$"{page}"], Texts(site, path, "[aria-current] [aria-hidden]"));
    }

    [Fact]
    public void Terms_stand_by_use_and_many_of_them_by_letter()
    {
        using var few = TestSite.From(Posts(3, i => $"tags: [{string.Join(", ", s_colors.Take(i))}]")).Build().Problems();
        few.Problems();
        Assert.Equal(s_colors, Texts(few, "tags/index.html", ".terms a"));

        var names = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{(char)('b' + (i % 3))}{i}").Append("été").Append("2000"));
        using var many = TestSite.From(Posts(2, i => $"tags: [{(i == 1 ? names : "c1")}]")).Build().Problems();
        Assert.Equal(["B", "C", "D", "E", "#"], Texts(many, "tags/index.html", ".jump a"));
        Assert.Equal("c1 2", Texts(many, "tags/index.html", ".chips a")[0]);
        Assert.Equal(20, Texts(many, "tags/index.html", ".chips a").Length);
        var underE = Page(many, "tags/index.html").GetElementById("letter:4")!.NextElementSibling!;
        Assert.Equal("été", underE.QuerySelector("a")!.TextContent);
    }

    [Theory]
    [InlineData("élan", "E")]
    [InlineData("Ωmega", "Ω")]
    [InlineData("ありがとう", "あ")]
    [InlineData("한글", "#")]
    [InlineData("日本", "#")]
    [InlineData("4 seasons", "#")]
    [InlineData("\U0001F600", "#")]
    [InlineData("", "#")]
    public void A_name_stands_under_its_first_letter(string name, string expected) => Assert.Equal(expected, FirstLetter.Of(name));

    [Fact]
    public void Authors_have_faces_words_and_posts()
    {
        using var site = TestSite.From(Authors, Posts(23, i => $"authors: [Ada{(i == 1 ? ", Ben" : "")}]")).Build().Problems();
        Assert.Equal(["Ada", "Ben"], Texts(site, "authors/index.html", ".people a"));
        Assert.Equal(["Writes about boats.", "Keeps bees."], Texts(site, "authors/index.html", ".people div > p + p"));
        Assert.Single(Page(site, "authors/index.html").QuerySelectorAll(".people img[src='/ada.png']"));
        Assert.Single(Page(site, "posts/p1/index.html").QuerySelectorAll("aside.authors"));
        Assert.Equal(2, Page(site, "posts/p1/index.html").QuerySelectorAll("aside.authors .author").Length);

        // The newest as on the front page, the others a line each.
        Assert.Equal(20, Texts(site, "authors/ada/index.html", "article h2").Length);
        Assert.Equal(["P21", "P22", "P23"], Texts(site, "authors/ada/index.html", ".compact-list a"));
        Assert.All(
            Texts(site, "authors/ada/index.html", "article .byline"),
            text => Assert.DoesNotContain("Ada", text, StringComparison.Ordinal));
        site.Has("authors/ada/index.html", "<meta name=\"description\" content=\"Posts by Ada in ");
    }

    [Fact]
    public void Every_list_says_what_it_is_to_search_engines()
    {
        using var site = TestSite.From("-- sitegen.yml --\ntitle: 'Salt & \"Sand\"'\n", Posts(1, _ => "tags: [a<b]")).Build().Problems();
        site.Has("tags/a-b/index.html", "<meta name=\"description\" content=\"Posts about a&lt;b in Salt &amp; &quot;Sand&quot;.\">")
            .Has("tags/index.html", "content=\"Tags in Salt &amp; &quot;Sand&quot;.\">")
            .Has("archive/index.html", "content=\"All posts of Salt ")
            .Has("feeds/index.html", "<meta name=\"description\" content=\"A feed brings")
            .Has("404.html", "<title>This page does not exist · Salt &amp; ", "<a href=\"/posts/p1/\">P1</a>");
    }

    [Fact]
    public void Without_a_menu_there_are_the_archive_the_tags_and_the_pages()
    {
        using var site = TestSite.From(Posts(1, _ => "tags: [a]"), "-- pages/about.md --\n# About\n").Build().Problems();
        Assert.Equal(["Archive", "Tags", "About"], Texts(site, "index.html", ".menu a"));
        Assert.Equal(["Tags"], Texts(site, "tags/index.html", ".menu [aria-current]"));
        site.Write("sitegen.yml", "theme: {logo: /logo.svg}\nmenus:\n  main: [{title: Home, url: /}]\n"
            + "  social: [{title: Mastodon, url: 'https://m.example/@a'}]\n").Write("static/logo.svg", "<svg/>").Build().Problems();
        Assert.Equal(["Home"], Texts(site, "index.html", ".menu a"));
        site.Has("index.html", "<a rel=\"me\" href=\"https://m.example/@a\">Mastodon</a>", "<img src=\"/logo.svg\" alt=\"\"");
    }

    [Fact]
    public void A_list_shows_pictures_and_beginnings_or_whole_texts()
    {
        using var site = TestSite.From(Posts(3, i => i == 2 ? "image: /a.jpg\nimage_alt: A" : ""));
        site.Write("static/a.jpg", SamplePicture.Jpeg(800, 600)).Build().Problems();
        var brief = Page(site, "index.html").QuerySelector("article.pictured")!;
        Assert.StartsWith("/a-400x300.", brief.QuerySelector("a.thumb img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("400", "300", ""), (
            brief.QuerySelector("img")!.GetAttribute("width"),
            brief.QuerySelector("img")!.GetAttribute("height"),
            brief.QuerySelector("img")!.GetAttribute("alt")));
        Assert.Equal(2, Page(site, "index.html").QuerySelectorAll(".summary.short").Length);
        site.Write("sitegen.yml", "theme: {lists: text}\n").Build().Problems();
        Assert.Empty(Page(site, "index.html").QuerySelectorAll(".thumb, .short"));
        site.Write("sitegen.yml", "theme: {lists: grid}\n").Build()
            .Problems("sitegen.yml(1,16): error SG1003: 'grid' cannot be the theme's lists");
    }

    [Fact]
    public void What_belongs_to_an_option_is_published_and_named_with_it()
    {
        using var site = TestSite.From(Posts(1)).Build().Problems();
        Assert.DoesNotContain(site.Result.Rendered, path => path.Contains("magazine", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Result.Rendered, path => path.Contains("color-scheme", StringComparison.Ordinal));
        site.Write("sitegen.yml", "theme: {look: magazine, switch: yes}\n").Build().Problems();
        var page = Page(site, "posts/p1/index.html");
        Assert.StartsWith(
            "/assets/magazine.", page.QuerySelectorAll("link[rel=stylesheet]")[1].GetAttribute("href"), StringComparison.Ordinal);
        var script = page.QuerySelector("script[src]")!;
        Assert.StartsWith("/assets/color-scheme.", script.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal("Switch between light and dark", script.GetAttribute("data-label"));
        site.Write("sitegen.yml", "theme: {look: journal, switch: off}\n").Build().Problems();
        Assert.Null(Page(site, "posts/p1/index.html").QuerySelector("script[src]"));
        site.Write("sitegen.yml", "theme: {switch: perhaps}\n").Build()
            .Problems("sitegen.yml(1,17): error SG1003: 'perhaps' cannot be the theme's switch");
    }

    [Theory]
    [InlineData("de", "de_DE")]
    [InlineData("pt-BR", "pt_BR")]
    [InlineData("zh-Hant", "zh_TW")]
    [InlineData("zh-Hant-HK", "zh_HK")]
    [InlineData("de-AT-1996", "de_AT")]
    [InlineData("eo", null)]
    public void A_network_gets_a_language_with_its_country(string tag, string? expected) =>
        Assert.Equal(expected, LanguageTag.LocaleOf(tag));

    [Fact]
    public void Only_a_link_to_another_site_says_that_it_is_the_same_person()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            base_url: https://example.org/blog/
            -- authors.yml --
            Ada:
              links:
                Here: /about/
                Too: https://example.org/blog/about/
                There: https://m.example/@ada
            -- posts/a.md --
            ---
            title: A
            author: Ada
            ---
            """).Build().Problems();
        Assert.Equal(["There"], Texts(site, "authors/ada/index.html", ".links a[rel=me]"));
        Assert.Equal(3, Texts(site, "authors/ada/index.html", ".links a").Length);
        site.Has("authors/ada/index.html", "\"sameAs\":[\"https://m.example/@ada\"]");
    }

    [Fact]
    public void Feeds_show_covers_and_no_links_of_footnotes()
    {
        using var site = TestSite.From(
            """
            -- posts/a.md --
            ---
            title: A
            image: /sea.svg
            image_alt: The "sea"
            ---
            Water.[^1] [Below](#below) [Gone](#gone)

            ## Below

            [^1]: Salt.
            -- static/sea.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            """).Build();
        foreach (var feed in (string[])["rss.xml", "atom.xml"])
        {
            var parts = XDocument.Parse(site.Output(feed)).Descendants();
            var content = parts.Last(part => part.Name.LocalName is "encoded" or "content").Value;
            Assert.StartsWith("<p><img src=\"http", content, StringComparison.Ordinal);
            Assert.Contains("/sea.svg\" alt=\"The &quot;sea&quot;\"></p>", content, StringComparison.Ordinal);
            Assert.All(
                (string[])["/posts/a/#below\"", "/posts/a/#gone\"", "Water.<sup>1</sup> ", "Salt."],
                part => Assert.Contains(part, content, StringComparison.Ordinal));
            Assert.DoesNotContain("#fn", content, StringComparison.Ordinal);
        }

        site.Lacks("feed.json", "<img src");
    }

    [Fact]
    public void A_page_in_several_languages_leads_to_the_others()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            languages: [de]
            -- posts/a.md --
            # Rain
            -- posts/a.de.md --
            # Regen
            -- posts/b.md --
            # Alone
            """).Build();
        Assert.Equal(["English", "Deutsch"], Texts(site, "posts/a/index.html", ".languages a"));
        Assert.Equal(["English"], Texts(site, "posts/a/index.html", ".languages [aria-current]"));
        Assert.Equal("/de/posts/a/", Page(site, "posts/a/index.html").QuerySelector(".languages [hreflang=de]")!.GetAttribute("href"));
        Assert.Empty(Texts(site, "posts/b/index.html", ".languages a"));
    }

    [Fact]
    public void The_heading_of_comments_may_hold_the_title()
    {
        using var site = TestSite.From(
            """
            -- posts/a.md --
            ---
            title: "{0} & {1}"
            ---
            -- data/comments/a.yml --
            - {id: 1, author: Bo, body: Yes}
            - {id: 2, author: Cy, body: No}
            -- data/i18n/en.yml --
            comments: {one: "One thought on “{1}”", other: "{0} thoughts on “{1}”"}
            """).Build().Problems();
        Assert.Equal(["2 thoughts on “{0} & {1}”"], Texts(site, "posts/a/index.html", "#comments-title"));
    }

    [Fact]
    public void Authors_are_named_to_Mastodon_and_mentions_have_an_address()
    {
        using var site = TestSite.From(
            "-- sitegen.yml --\ntheme: {webmention: 'https://mentions.example/a'}\n",
            "-- authors.yml --\nAda:\n  fediverse: \"@ada@example.social\"\n",
            Posts(1, _ => "author: Ada")).Build().Problems();
        site.Has("posts/p1/index.html", "<meta name=\"fediverse:creator\" content=\"@ada@example.social\">")
            .Has("index.html", "<link rel=\"webmention\" href=\"https://mentions.example/a\">")
            .Lacks("index.html", "fediverse");
    }
}
