using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class LanguageTests
{
    private const string Two = """
        -- posts/a.md --
        ---
        title: Sand
        date: 2026-03-05
        lang: ar
        tags: x
        ---
        Body.
        -- posts/b.md --
        ---
        title: Regen
        date: 2026-03-01
        locale: de_DE.UTF-8
        ---
        Body.

        """;

    [Fact]
    public void A_post_has_its_own_language_and_direction_and_so_has_its_place_in_lists()
    {
        using var site = TestSite.From("-- sitegen.yml --\nlanguage: en_GB\n", Two).Build();
        site.Problems()
            .Has("posts/a/index.html", "<html lang=\"ar\" dir=\"rtl\">", "<time datetime=\"2026-03-05T00:00:00+00:00\" class=\"dt-published\">5 مارس 2026</time>")
            .Has("posts/b/index.html", "<html lang=\"de-DE\">", ">1. März 2026</time>")
            .Has("index.html", "<html lang=\"en-GB\">", " lang=\"ar\" dir=\"rtl\">", " lang=\"de-DE\">", ">1 March 2026</time>")
            .Has("rss.xml", "<language>en-GB</language>", "<dc:language>ar</dc:language>")
            .Has("atom.xml", "<entry xml:lang=\"ar\">")
            .Has("feed.json", "\"language\": \"ar\"")
            .Has("tags/x/index.html", "<a class=\"u-url p-name\" href=\"/posts/a/\" lang=\"ar\" dir=\"rtl\">Sand</a>");
        site.Edit("posts/b.md", "de_DE.UTF-8", "en-GB")
            .Build()
            .Problems()
            .Has("posts/b/index.html", "<html lang=\"en-GB\">", ">1 March 2026</time>")
            .Has("index.html", "<h2><a class=\"u-url p-name\" href=\"/posts/b/\">");
    }

    [Fact]
    public void A_redirect_speaks_the_language_of_its_post()
    {
        using var site = TestSite.From(Tiny.Post("a.md", "lang: he\naliases: /old/")).Build();
        site.Problems().Has("old/index.html", "<html lang=\"he\" dir=\"rtl\">");
        site.Edit("posts/a.md", "he", "nl").Build().Has("old/index.html", "<html lang=\"nl\">");
    }

    [Fact]
    public void The_site_s_language_is_that_of_its_dates_unless_their_form_is_given()
    {
        using var site = TestSite.From("-- sitegen.yml --\nlanguage: fr\n", Tiny.Three).Build();
        site.Has("posts/one/index.html", ">1er janvier 2023</time>");
        site.Write("sitegen.yml", "language: es\nparams: {date_format: '%A %e/%m'}\n")
            .Build()
            .Has("posts/one/index.html", ">domingo  1/01</time>");
    }

    [Fact]
    public void A_language_that_is_none_is_said_and_the_site_s_is_used()
    {
        using var site = TestSite.From(Tiny.Post("a.md", "title: A\nlang: Deutsch")).Build();
        site.Problems("posts/a.md(3,7): warning SG2104: 'Deutsch' is not a language").Has("posts/a/index.html", "<html lang=\"en\">");
        site.Write("sitegen.yml", "language: English\n").Build().Problems("sitegen.yml(1,1): error SG1003: 'English' is not a language");
    }
}
