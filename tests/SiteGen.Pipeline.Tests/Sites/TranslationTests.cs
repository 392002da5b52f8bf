using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class TranslationTests
{
    private const string Rain = """
        -- posts/rain.md --
        ---
        title: Rain
        date: 2026-03-05
        tags: [weather]
        ---
        [other](sun.md)
        -- posts/rain.fr.md --
        ---
        title: La pluie
        date: 2026-03-05
        tags: [weather, eau]
        ---
        Il pleut.
        -- posts/sun.md --
        ---
        title: Sun
        date: 2026-03-04
        ---
        Sun.
        -- posts/snow.md --
        ---
        title: Snow
        date: 2026-03-03
        ---
        Snow.
        -- posts/snow.fr.md --
        ---
        title: La neige
        date: 2026-03-03
        ---
        Neige.

        """;

    [Fact]
    public void A_translation_has_its_language_in_its_address_and_stands_in_the_lists_of_its_language_only()
    {
        using var site = TestSite.From(Tiny.Theme, Rain).WithBaseUrl("https://example.org/blog/").Build();
        site.Problems()
            .Has(
                "fr/posts/rain/index.html",
                "La pluie",
                "<a rel=\"tag\" href=\"/blog/tags/weather/\">weather</a>",
                "<a rel=\"prev\" href=\"/blog/fr/posts/snow/\">La neige</a>")
            .Lacks("posts/rain/index.html", "neige").Has("posts/rain/index.html", "<a rel=\"prev\" href=\"/blog/posts/sun/\">Sun</a>")
            .Has("fr/index.html", "<a href=\"/blog/fr/posts/rain/\">La pluie</a><a href=\"/blog/fr/posts/snow/\">La neige</a> 1/1")
            .Lacks("index.html", "/fr/")
            .Is("tags/weather/index.html", "<term at=\"/blog/tags/weather/\">weather: <a href=\"/blog/posts/rain/\">Rain</a>\n</term>\n")
            .HasNot("tags/eau/index.html")
            .Lacks("rss.xml", "pluie")
            .Has("fr/rss.xml", "<language>fr</language>", "La pluie", "<link>https://example.org/blog/fr/</link>")
            .HasNot("fr/atom.xml")
            .Has("sitemap.xml", "<loc>https://example.org/blog/fr/</loc>", "<loc>https://example.org/blog/fr/posts/rain/</loc>");
    }

    [Fact]
    public void Translations_know_each_other_and_search_engines_know_them()
    {
        using var site = TestSite.From(Rain, "-- posts/rain.pt-BR.md --\n---\ntitle: Chuva\ndate: 2026-03-05\n---\n")
            .WithBaseUrl("https://example.org/")
            .Build();
        const string Links = "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/posts/rain/\">\n<link "
            + "rel=\"alternate\" hreflang=\"fr\" href=\"https://example.org/fr/posts/rain/\">\n"
            + "<link rel=\"alternate\" hreflang=\"pt-BR\" href=\"https://example.org/pt-br/posts/rain/\">\n<link "
            + "rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/posts/rain/\">\n";
        site.Problems().Has(
            "posts/rain/index.html",
            Links,
            "<html lang=\"en\">",
            "Other languages: <a href=\"/fr/posts/rain/\" lang=\"fr\" hreflang=\"fr\">Français</a>, <a "
                + "href=\"/pt-br/posts/rain/\" lang=\"pt-BR\" hreflang=\"pt-BR\">Português (Brasil)</a></p>")
            .Has("fr/posts/rain/index.html", Links, "<html lang=\"fr\">", ">English</a>", "<a href=\"/fr/\">", "href=\"/fr/rss.xml\"")
            .Lacks("fr/posts/rain/index.html", "href=\"/rss.xml\"")
            .Has("pt-br/posts/rain/index.html", Links, "<html lang=\"pt-BR\">")
            .Has("index.html", "hreflang=\"fr\" href=\"https://example.org/fr/\">", "hreflang=\"x-default\" href=\"https://example.org/\">")
            .Has("fr/index.html", "hreflang=\"en\"", "<html lang=\"fr\">")
            .Lacks("posts/sun/index.html", "hreflang").Lacks("tags/index.html", "hreflang").Lacks("404.html", "hreflang");
    }

    [Fact]
    public void What_a_title_says_is_said_by_its_translations_and_what_goes_is_gone()
    {
        using var site = TestSite.From(
            """
            -- templates/post.html --
            {{ for other in post.translations }}{{ other.language }}={{ other.title }} {{ end }}
            -- templates/layout.html --
            {{ content }}

            """,
            Rain).Build();
        site.Has("posts/rain/index.html", "fr=La pluie");
        site.Edit("posts/rain.fr.md", "La pluie", "Pluie").Build().Has("posts/rain/index.html", "fr=Pluie");
        site.Write("posts/rain.de.md", "---\ntitle: Regen\ndate: 2026-03-05\n---\n")
            .Build()
            .Has("posts/rain/index.html", "de=Regen fr=Pluie")
            .Has("de/index.html", "Regen");
        site.Edit("posts/rain.de.md", "title: Regen", "title: Regen\nunlisted: true")
            .Build()
            .Lacks("posts/rain/index.html", "Regen")
            .HasNot("de/index.html");
        site.Delete("posts/rain.de.md")
            .Delete("posts/rain.fr.md")
            .Build()
            .Is("posts/rain/index.html", "\n\n")
            .Has("fr/index.html", "La neige");
        site.Delete("posts/snow.fr.md").Build().HasNot("fr/index.html").HasNot("fr/rss.xml");
    }

    [Theory]
    [InlineData("a.fr.md", "", "posts/a.fr/index.html")]
    [InlineData("a.fr.md", "languages: [fr]", "fr/posts/a/index.html")]
    [InlineData("a.fr.md", "languages: fr_FR", "fr/posts/a/index.html")]
    [InlineData("a.en.md", "", "posts/a/index.html")]
    [InlineData("a.en.md", "language: en_GB", "posts/a/index.html")]
    [InlineData("2026-01-02-a.pt-BR.md", "languages: [pt-BR]", "pt-br/posts/a/index.html")]
    [InlineData("b/index.fr.md", "languages: [fr]", "fr/posts/b/index.html")]
    [InlineData("b.js.md", "languages: [fr]", "posts/b.js/index.html")]
    [InlineData("b.2.md", "languages: [fr]", "posts/b.2/index.html")]
    [InlineData("b.fr.html", "languages: [fr]", "fr/posts/b/index.html")]
    public void An_ending_is_a_language_where_the_site_says_so(string name, string options, string expected)
    {
        using var site = TestSite.From(
            Tiny.Theme,
            $"-- sitegen.yml --\n{options}\n",
            Tiny.Post(name, "title: A"),
            Tiny.Post("other.md", "title: O")).Build();
        site.Problems().Has(expected, "Body.");
    }

    [Fact]
    public void An_ending_is_a_common_language_where_the_original_is_there_and_only_as_long()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Post("a.md", "title: A"),
            Tiny.Post("a.nl.md", "title: N"),
            Tiny.Post("a.js.md", "title: J"),
            Tiny.Post("b.fr.md", "title: B")).Build();
        site.Has("nl/posts/a/index.html", "N").Has("posts/a.js/index.html", "J").Has("posts/b.fr/index.html", "B");
        site.Rename("posts/a.md", "posts/b.md")
            .Build()
            .HasNot("nl/posts/a/index.html")
            .Has("posts/a.nl/index.html", "N")
            .Has("fr/posts/b/index.html", "B")
            .HasNot("posts/b.fr/index.html");
    }

    [Fact]
    public void Pages_are_translated_too_and_a_home_may_be_a_page()
    {
        using var site = TestSite.From(
            """
            -- pages/about.md --
            # About
            -- pages/about.es.md --
            # Sobre
            -- pages/index.es.md --
            ---
            title: Inicio
            ---
            Hola.
            -- sitegen.yml --
            languages: [es]
            """,
            Tiny.Three,
            """
            -- posts/two.es.md --
            ---
            title: Dos
            date: 2026-01-01
            ---
            ![](pic.svg)
            -- posts/pic.svg --
            <svg width='1' height='2'></svg>
            """).Build();
        site.Problems().Has(
            "es/about/index.html",
            "<h1>Sobre</h1>",
            ">English</a>",
            "<a href=\"/es/about/\" aria-current=\"page\">Sobre</a>").Has(
                "es/index.html",
                "Hola.").Has(
                    "es/posts/two/index.html",
                    "<img src=\"/posts/pic.svg\" alt=\"\" width=\"1\" height=\"2\"",
                    "<a href=\"/es/about/\">Sobre</a>")
            .Has("index.html", "<a href=\"/about/\">About</a>").Lacks("index.html", "Sobre");
    }

    [Fact]
    public void A_bundle_s_files_serve_all_its_languages()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- posts/t/index.md --
            ![](p.svg)
            -- posts/t/index.fr.md --
            ![](p.svg)
            -- posts/t/p.svg --
            <svg viewBox='0 0 3 4'></svg>

            """)
                .Build();
        site.Problems()
            .Has("fr/posts/t/index.html", "src=\"/posts/t/p.svg\" alt=\"\" width=\"3\"")
            .Has("posts/t/index.html", "src=\"/posts/t/p.svg\"");
    }

    [Fact]
    public void Further_languages_have_pages_of_their_list()
    {
        using var site = TestSite.From(Tiny.Theme, Rain, "-- sitegen.yml --\npaginate: 1\n").Build();
        site.Has("fr/index.html", "1/2 older=/fr/page/2/").Has("fr/page/2/index.html", "La neige", "2/2 newer=/fr/");
        site.Edit("posts/snow.fr.md", "La neige", "Neige")
            .Build()
            .Rendered("fr/page/2/index.html", "fr/posts/rain/index.html", "fr/posts/snow/index.html", "fr/rss.xml", "sitemap.xml");
    }

    [Fact]
    public void Two_posts_that_want_one_address_are_an_error_and_languages_that_are_none_too()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Post("a.md", "title: A"), Tiny.Post("a.en.md", "title: B")).Build();
        site.Problems("posts/a.md: error SG4002: posts/a.en.md and posts/a.md both want the address /posts/a/");
        site.Write(
            "sitegen.yml",
            "languages: [French, {a: b}]\n").Build().Problems(
                "sitegen.yml(1,1): error SG1003: 'French' is not a language",
                "sitegen.yml(1,21): error SG1003: this is not a language");
    }

    [Fact]
    public void The_title_the_tagline_and_the_menus_speak_the_language_of_the_page()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            base_url: https://example.org/
            title: {en: Notes, de: Notizen}
            description: {en: Of trains, de: Von Zügen}
            languages: [de]
            menus:
              main:
                - {title: {en: Home, de: Start}, url: /}
                - {title: {en: Colophon, de: Impressum}, url: pages/colophon.md}
            -- posts/a.md --
            A
            -- posts/a.de.md --
            A
            -- pages/colophon.md --
            C
            -- pages/about.md --
            ---
            title: About
            menu: main
            ---
            -- pages/about.de.md --
            ---
            title: Über
            menu: main
            ---

            """).Build().Problems();
        site.Has("index.html", "Of trains").Has("de/index.html", "Von Zügen");
        site.Has("posts/a/index.html", ">Notes<", ">Home<", ">Colophon<", "href=\"/about/\">About<").Lacks("posts/a/index.html", "Über");
        site.Has("de/posts/a/index.html", ">Notizen<", ">Start<", ">Impressum<", "href=\"/de/about/\">Über<");
        site.Lacks("de/posts/a/index.html", "About");
        site.Has("rss.xml", "<title>Notes</title>", "Of trains").Has("de/rss.xml", "<title>Notizen</title>", "Von Zügen");
        site.Edit("pages/about.de.md", "Über", "Wir").Build().Has("de/posts/a/index.html", "href=\"/de/about/\">Wir<");
    }
}
