using System.Text.RegularExpressions;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed partial class WordTests
{
    private const string Numbers = """
        -- sitegen.yml --
        title: "1"
        language: de
        author: "2"
        copyright: "3"
        paginate: 1
        params: {date_format: '%F'}
        -- authors.yml --
        "2": {name: "2", bio: "4", links: {"5": "http://localhost/"}}
        -- posts/1.md --
        ---
        title: "1"
        date: 2026-01-01
        updated: 2026-01-02
        tags: ["6", "7"]
        categories: ["8"]
        authors: ["2", "33333", "44444444"]
        aliases: /0/
        ---
        > [!NOTE]
        > 1

        > [!tip]
        > 2

        > [!IMPORTANT]
        > 3

        > [!WARNING]
        > 4

        > [!CAUTION]
        > 5
        -- posts/2.md --
        ---
        title: "2"
        date: 2026-01-02
        draft: true
        ---
        -- posts/3.md --
        ---
        title: "3"
        date: 2026-01-03
        tags: ["6"]
        ---

        """;

    [Fact]
    public void No_page_of_the_theme_says_a_word_that_is_not_among_its_words()
    {
        var english = Repository.Read("templates/i18n/en.yml");
        // Every text without its letters: whatever letter is left on a page does not come from the words.
        var mute = Regex.Replace(english, "\"(.*)\"", text => "\"" + Regex.Replace(text.Groups[1].Value, @"\p{L}+", "§") + "\"");
        using var site = TestSite.From(Numbers, $"-- data/i18n/de.yml --\n{mute}").WithDrafts().Build();
        site.Problems();
        var pages = TempFolder.Contents(site.OutputFolder).Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToArray();
        Assert.True(pages.Length > 15);
        foreach (var path in pages)
        {
            var page = HostileSite.Parse(site.Output(path));
            page.QuerySelector("script[type='application/ld+json']")?.Remove();
            var said = page.QuerySelectorAll("[aria-label], [alt], [title], [placeholder]")
                .SelectMany(element => (string?[])[
                    element.GetAttribute("aria-label"),
                    element.GetAttribute("alt"),
                    element.LocalName == "link" ? null : element.GetAttribute("title")
                ])
                .Append(page.DocumentElement.TextContent).Append(page.QuerySelector("meta[name=description]")?.GetAttribute("content"));
            Assert.All(said, text => Assert.DoesNotMatch(@"\p{L}", Names().Replace(text ?? "", "")));
        }

        using var empty = TestSite.From("-- sitegen.yml --\ntitle: '1'\n", $"-- data/i18n/en.yml --\n{mute}").Build();
        Assert.DoesNotMatch(@"\p{L}", Names().Replace(HostileSite.Parse(empty.Output("index.html")).Body!.TextContent, ""));
    }

    [Fact]
    public void Every_language_of_the_theme_has_every_word_with_the_same_parts()
    {
        var english = Parts("en");
        foreach (var language in "de fr es pt it nl pl sv ja zh ar".Split(' '))
        {
            var words = Parts(language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
            Assert.All(english, word => Assert.Equal(word.Value, words[word.Key]));
        }
    }

    [Theory]
    [InlineData("de-AT", "Weiterlesen")]
    [InlineData("pt-BR", "Continuar a ler")]
    [InlineData("pl", "Czytaj dalej")]
    [InlineData("tlh", "Read on")]
    public void A_language_falls_back_to_what_it_is_a_kind_of_and_then_to_English(string language, string expected)
    {
        using var site = TestSite.From($"-- sitegen.yml --\nlanguage: {language}\n", Tiny.Three).Build();
        site.Problems().Has("index.html", $">{expected}<span");
    }

    [Fact]
    public void What_a_post_s_language_lacks_is_said_in_the_site_s()
    {
        using var site = TestSite.From(
            "-- sitegen.yml --\nlanguage: fr\n-- data/i18n/tlh.yml --\ndraft: '!'\n",
            Tiny.Post("a.md", "lang: tlh\ndraft: true\naliases: /b/")).WithDrafts().Build();
        site.Problems()
            .Has("posts/a/index.html", "class=\"draft\">!<", "Aller au texte")
            .Has("b/index.html", "Cette page a été déplacée")
            .Has("index.html", "class=\"draft\">Brouillon<");
    }

    [Fact]
    public void An_edit_of_words_renders_the_pages_that_show_them()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            "-- templates/post.html --\n{{ words.read_on }} {{ words.own }}\n",
            Tiny.Post("a.md", "lang: de\ntitle: A"),
            Tiny.Post("b.md", "title: B")).Build();
        site.ProblemCount(1).Has("posts/a/index.html", "Weiterlesen");
        site.Write("data/i18n/de.yml", "read_on: Mehr\nown: Eigenes\n")
            .Build()
            .Rendered("posts/a/index.html")
            .Has("posts/a/index.html", "Mehr Eigenes");
        site.Write("data/i18n/fr.yml", "read_on: Plus\n").Build().Rendered();
        site.Write("data/i18n/en.yml", "read_on: More\nown: Own\n").Build().Problems().Has("posts/b/index.html", "More Own");
        site.Delete("data/i18n/de.yml").Build().Problems().Has("posts/a/index.html", "Weiterlesen Own");
    }

    [Fact]
    public void Titles_of_alerts_are_in_the_language_of_their_post_wherever_it_is_shown()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- templates/home.html --
            {{ for post in paginator.posts }}{{ post.content }}{{ end }}
            -- posts/a.md --
            ---
            lang: es
            ---
            > [!warning]
            > Ojo.

            > [!MINE]
            > Own.
            """).Build();
        foreach (var path in (string[])["index.html", "posts/a/index.html"])
        {
            site.Has(path, "<p class=\"markdown-alert-title\">Advertencia</p>", "<p class=\"markdown-alert-title\">Mine</p>");
        }

        site.Has("feed.json", "\"summary\": \"Ojo. Own.\"")
            .Write("posts/b.md", "> [!tip]\n> Este.\n\n<!--more-->\nMore.\n")
            .Build()
            .Has("feed.json", "\"summary\": \"Este.\"");
        site.Has("rss.xml", "Advertencia").Edit("posts/a.md", "lang: es", "lang: de").Build().Has("index.html", "Warnung");
    }

    [Fact]
    public void Numbers_have_the_words_that_a_language_has_for_them()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- templates/post.html --
            {{ for n in [0, 1, 2, 5, 22, 1.5] }}{{ n | counted 'posts' }};{{ end }}{{ null | counted 'posts' }}

            """,
            Tiny.Post("a.md", "lang: pl"),
            Tiny.Post("b.md", "lang: ar"),
            Tiny.Post("c.md", "lang: en"),
            Tiny.Post("d.md", "lang: fr")).Build();
        site.Problems()
            .Has("posts/a/index.html", ">0 wpisów;1 wpis;2 wpisy;5 wpisów;22 wpisy;1.5 wpisu;\n")
            .Has("posts/b/index.html", ">لا مقالات;مقال واحد;مقالان;5 مقالات;22 مقالًا;1.5 مقال;\n")
            .Has("posts/c/index.html", ">0 posts;1 post;2 posts;5 posts;22 posts;1.5 posts;\n")
            .Has("posts/d/index.html", ">0 article;1 article;2 articles;5 articles;22 articles;1.5 articles;\n");
    }

    [Fact]
    public void What_is_filled_into_a_phrase_is_escaped_unless_it_is_HTML()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            """
            -- data/i18n/en.yml --
            mine: "<{0}> & {1} {2} {9}"
            -- templates/post.html --
            {{ phrase 'mine' '<b>' 2 }}|{{ phrase 'mine' '<b>' ('*x*' | markdownify) }}

            """,
            Tiny.Post("a.md", "title: A")).Build();
        site.Problems().Has("posts/a/index.html", "&lt;&lt;b&gt;&gt; &amp; 2  |&lt;&lt;b&gt;&gt; &amp; <em>x</em>  \n");
    }

    [Fact]
    public void Words_that_are_missing_or_misspelt_are_said()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            "-- templates/post.html --\n{{ words.raed_on }}{{ phrase 'page_fo' 1 }}{{ 2 | counted 'nothing_like_it' }}\n",
            Tiny.Post("a.md", "title: A")).Build();
        site.Problems(
            "templates/post.html(1,10): warning SG3304: the list of words has no 'raed_on'",
            "templates/post.html(1,23): warning SG5011: there is no word 'page_fo'",
            "templates/post.html(1,51): warning SG5011: there is no word 'nothing_like_it'");
        Assert.Equal(
            ["did you mean 'read_on'?", "did you mean 'page_of'?", "write it into data/i18n/en.yml"],
            site.Diagnostics.Select(problem => problem.Hint));
    }

    [Fact]
    public void A_file_of_words_that_cannot_be_used_is_said()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Post("a.md", "title: A"),
            """
            -- data/i18n/german.yml --
            read_on: x
            -- data/i18n/readme.txt --
            x
            -- data/i18n/de.yml --
            raed_on: x
            mine_alone: y
            posts: {one: a, ohter: b}
            minutes: {one: a}
            home: [a]
            draft:
            feed: {}
            -- data/i18n/fr.yml --
            - x
            """).Build();
        site.Problems(
            "data/i18n/de.yml(1,1): warning SG2312: 'raed_on' is not a word of the theme",
            "data/i18n/de.yml(3,17): warning SG2311: 'ohter' is not a kind of number",
            "data/i18n/de.yml(4,10): warning SG2311: the text for 'other' numbers is missing",
            "data/i18n/de.yml(5,7): warning SG2311: 'home' is a list",
            "data/i18n/fr.yml(1,1): error SG1007: the words cannot be read: they must be names and texts",
            "data/i18n/german.yml: warning SG2311: 'german' is not a language");
    }

    // The names of feeds, and addresses that are shown as they are.
    [GeneratedRegex(@"RSS|Atom|JSON Feed|https?://\S+")]
    private static partial Regex Names();

    private static Dictionary<string, string> Parts(string language)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in Repository.Read($"templates/i18n/{language}.yml").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            name = line[0] == ' ' ? name : line[..line.IndexOf(':', StringComparison.Ordinal)];
            // Of a word with forms, the one for other numbers has all parts.
            parts[name] = string.Concat(Regex.Matches(line, @"\{\d\}").Select(part => part.Value).Order(StringComparer.Ordinal));
        }

        return parts;
    }
}
