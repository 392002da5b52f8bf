using System.Globalization;
using System.Text;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>The page, the script and the index of a site with a search.</summary>
public sealed class SearchTests
{
    private const string On = "-- sitegen.yml --\nsearch: true\ntime_zone: UTC\n";

    private const string Posts = """
        -- posts/rain.md --
        ---
        title: Rain at last
        date: 2026-04-02
        tags: [weather]
        ---
        It rained on the café.

        ## A wet Tuesday

        <script>var hidden = 1;</script><b>Half</b>way &amp; caf&eacute;s&nbsp;closed.
        -- posts/sun.md --
        ---
        title: The sun
        date: 2025-05-01
        description: Nothing but weather.
        ---
        No rain at all.
        -- posts/draft.md --
        ---
        title: Draft
        draft: true
        ---
        secret1
        -- posts/unlisted.md --
        ---
        title: Unlisted
        unlisted: true
        ---
        secret2
        -- posts/kept-out.md --
        ---
        title: Kept out
        search: false
        date: 2024-01-01
        ---
        secret3
        -- posts/moved.md --
        ---
        title: Moved
        redirect_to: /posts/sun/
        ---
        secret4
        -- pages/about.md --
        # About
        A page.

        """;

    [Fact]
    public void A_term_leads_to_the_posts_that_have_it_and_says_where()
    {
        using var site = TestSite.From(On, Posts).Build();
        site.Problems();
        var index = new SearchIndexReader(site);
        Assert.Equal("/posts/rain/ title, /posts/sun/ text", index.Of("rain"));
        Assert.Equal("/posts/rain/ tag, /posts/sun/ text", index.Of("weather"));
        Assert.Equal("/posts/rain/ heading", index.Of("tuesday"));
        Assert.Equal("/posts/rain/ text", index.Of("cafe"));
        Assert.Equal("/posts/rain/ text", index.Of("cafes"));
        Assert.Equal("/posts/rain/ text", index.Of("halfway"));
        Assert.Equal("/about/ title", index.Of("about"));
        Assert.Equal(["/about/", "/posts/rain/", "/posts/sun/"], index.Urls.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            index.Words, word => word.StartsWith("secret", StringComparison.Ordinal) || word is "hidden" or "var" or "half");
        Assert.Equal(("The sun", "2025-05-01", "Nothing but weather."), index.Posts["/posts/sun/"]);
    }

    [Fact]
    public void The_page_lists_the_posts_by_year_with_their_tags_for_readers_without_a_script()
    {
        using var site = TestSite.From(On, Posts).WithBaseUrl("https://example.org/blog/").Build();
        site.Problems()
            .Has("search/index.html", "action=\"/blog/search/\"", "<h2>2026</h2>", "<a href=\"/blog/posts/rain/\">Rain at last</a>",
                "<a href=\"/blog/tags/weather/\"><bdi>weather</bdi></a>", "<h2>2025</h2>", "<h2>Pages</h2>", "role=\"search\"", "role=\"status\"")
            .Lacks("search/index.html", "Kept out").Lacks("search/index.html", "Unlisted").Lacks("search/index.html", "Draft")
            .Has("index.html", "<form class=\"search-box\" role=\"search\" action=\"/blog/search/\">")
            .Lacks("sitemap.xml", "/search/");
        Assert.Equal("/blog/posts/rain/ title, /blog/posts/sun/ text", new SearchIndexReader(site).Of("rain"));
    }

    [Fact]
    public void A_site_without_a_search_has_no_trace_of_it()
    {
        using var site = TestSite.From(Posts).Build();
        foreach (var (path, bytes) in TempFolder.Contents(site.OutputFolder).Where(file => file.Key != ".sitegen-manifest"))
        {
            Assert.DoesNotContain("search", path, StringComparison.OrdinalIgnoreCase);
            Assert.False(Encoding.UTF8.GetString(bytes).Contains("search.", StringComparison.OrdinalIgnoreCase), path);
            Assert.False(Encoding.UTF8.GetString(bytes).Contains("/search/", StringComparison.OrdinalIgnoreCase), path);
        }
    }

    [Fact]
    public void Each_language_has_a_page_and_an_index_of_its_own()
    {
        const string French = "-- posts/rain.fr.md --\n---\ntitle: La pluie\ndate: 2026-04-02\n---\nIl pleut.\n";
        using var site = TestSite.From(On + "languages: [fr]\n", Posts, French).Build();
        site.Problems().Has("fr/search/index.html", "<html lang=\"fr\">", "<h1>Rechercher</h1>", "La pluie", "action=\"/fr/search/\"")
            .Lacks("search/index.html", "pluie").Lacks("fr/search/index.html", "The sun")
            .Has("fr/posts/rain/index.html", "action=\"/fr/search/\"").Has("posts/rain/index.html", "action=\"/search/\"");
        Assert.Equal("/fr/posts/rain/ title", new SearchIndexReader(site, "fr/search").Of("pluie"));
        Assert.Equal("", new SearchIndexReader(site).Of("pluie"));
    }

    // Law 5 is asserted by each build.
    [Fact]
    public void An_edit_shows_in_the_index_and_an_edit_elsewhere_renders_nothing_of_it()
    {
        using var site = TestSite.From(On, Posts).Build();
        site.Edit("posts/sun.md", "No rain at all.", "No thunder at all.").Build();
        Assert.Equal("/posts/rain/ title", new SearchIndexReader(site).Of("rain"));
        Assert.Equal("/posts/sun/ text", new SearchIndexReader(site).Of("thunder"));
        site.Edit("posts/sun.md", "title: The sun", "title: The moon\nsearch: false").Build();
        Assert.Equal("", new SearchIndexReader(site).Of("thunder"));
        site.Edit("posts/kept-out.md", "secret3", "secret5").Build();
        Assert.DoesNotContain(site.Result.Rendered, path => path.StartsWith("search/", StringComparison.Ordinal));
        site.AsIfLarge().Edit("posts/rain.md", "It rained", "It hailed").Build();
        Assert.Equal("/posts/rain/ text", new SearchIndexReader(site).Of("hailed"));
    }

    [Fact]
    public void Of_a_large_site_an_edit_of_a_word_changes_three_files_of_the_index_and_a_new_post_renumbers_nothing()
    {
        using var site = TestSite.From(On + "archives: off\ntaxonomies: []\nfeeds: {rss: false, atom: false, json: false}\n");
        for (var post = 0; post < 1_001; post++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(post / 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            site.Write($"posts/p{post}.md", $"---\ntitle: Post {post}\ndate: {day}\n---\nword{post % 50} common rare{post}\n");
        }

        site.Build().Problems();
        var first = new SearchIndexReader(site);
        var files = IndexOf(site);
        Assert.Equal(251 + 125, files.Count);
        Assert.Equal(1_001, first.Urls.Count());
        Assert.Equal(1_000, first.CountInText("common"));
        Assert.Equal("/posts/p7/ text", first.Of("rare7"));

        site.Edit("posts/p500.md", "rare500", "zebra").Build();
        Assert.InRange(Changed(files, IndexOf(site)), 2, 3);
        Assert.Equal("/posts/p500/ text", new SearchIndexReader(site).Of("zebra"));
        // Of the others nothing is rendered: those of two words, and that of the summary.
        Assert.InRange(site.Result.Rendered.Count(path => path.StartsWith("search/", StringComparison.Ordinal)), 3, 3);

        site.Edit("posts/p600.md", "title: Post 600", "title: Post about quaggas").Build();
        Assert.Equal("/posts/p600/ title", new SearchIndexReader(site).Of("quaggas"));
        Assert.InRange(site.Result.Rendered.Count(path => path.StartsWith("search/", StringComparison.Ordinal)), 4, 5);
        site.Edit("posts/p600.md", "title: Post about quaggas", "title: Post 600").Build();
        Assert.Equal(3, Changed(files, IndexOf(site)));

        site.Write("posts/new.md", "---\ntitle: Entirely new\ndate: 2021-01-01\n---\nbrand\n").Build();
        var second = new SearchIndexReader(site);
        Assert.All(first.Ranks, rank => Assert.Equal(rank.Value, second.Ranks[rank.Key]));
        Assert.Equal(1_002, second.Ranks.Count);
        // Newer posts have lower ranks.
        Assert.Equal(
            second.Ranks.OrderBy(rank => rank.Key).Select(rank => second.Posts[rank.Value].Day),
            second.Ranks.Select(rank => second.Posts[rank.Value].Day).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void A_term_of_very_many_texts_lists_the_newest_of_them_and_says_so()
    {
        using var site = TestSite.From(On + "archives: off\n");
        for (var post = 0; post < 1_100; post++)
        {
            var day = new DateOnly(2016, 1, 1).AddDays(post).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            site.Write($"posts/p{post}.md", $"---\ntitle: T{post}{(post == 3 ? " common" : "")}\ndate: {day}\n---\ncommon\n");
        }

        var index = new SearchIndexReader(site.WithFuture().Build());
        Assert.True(index.IsCut("common"));
        Assert.False(index.IsCut("t7"));
        Assert.Equal(1_000, index.CountInText("common"));
        Assert.EndsWith("/posts/p3/ title", index.Of("common"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_posts_of_one_day_have_two_numbers_however_many_there_are()
    {
        using var site = TestSite.From(On + "archives: off\n");
        for (var post = 0; post < 1_500; post++)
        {
            site.Write($"posts/p{post}.md", $"---\ntitle: T{post}\n{(post < 1_200 ? "date: 2020-02-02\n" : "")}---\nx\n");
        }

        Assert.Equal(1_500, new SearchIndexReader(site.Build()).Ranks.Count);
    }

    [Fact]
    public void Hostile_texts_stay_texts()
    {
        const string Title = "</script><img src=x onerror=alert(1)> \u202Egnp.exe \u2028 \" \\\\";
        using var site = TestSite.From(
            On,
            $"-- posts/a.md --\n---\ntitle: '{Title}'\n---\n{new string('w', 1 << 20)} {new string('é', 1 << 16)}\n",
            $"-- posts/b.md --\n---\ntitle: B\n---\n{string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"w{i}x"))}\n",
            "-- posts/c.md --\n---\ntitle: constructor __proto__\n---\ntoString &#0; &unknown; &; & \uD83D\uDE00\n").Build();
        var index = new SearchIndexReader(site);
        Assert.Equal("/posts/b/ text", index.Of("w99999x"));
        Assert.Equal("/posts/a/ text", index.Of(new string('w', SiteGen.Text.SearchText.LongestTerm)));
        Assert.Equal("/posts/a/ text", index.Of(new string('e', SiteGen.Text.SearchText.LongestTerm)));
        Assert.Equal("/posts/c/ title", index.Of("proto"));
        Assert.Equal("/posts/c/ text", index.Of("unknown"));
        Assert.StartsWith("</script><img", index.Posts["/posts/a/"].Title, StringComparison.Ordinal);
        site.Lacks("search/index.json", "</script>").Lacks("search/index.html", "<img src=x");
    }

    [Fact]
    public void Any_text_becomes_an_index_that_can_be_read() => Fuzz.Run(12, random =>
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(_ => random.Next(12) switch
        {
            0 => "<h2>",
            1 => "</h2>",
            2 => "<scr" + "ipt>",
            3 => "</script>",
            4 => "&eacute;",
            5 => "<!--",
            6 => "-->",
            7 => " ",
            8 => ((char)random.Next(0x300, 0xD7FF)).ToString(),
            9 => char.ConvertFromUtf32(random.Next(0x10000, 0x30000)),
            10 => "<b title='a>b'>",
            _ => ((char)random.Next(0x20, 0x17F)).ToString(),
        }));
        using var site = TestSite.From(On, $"-- posts/a.html --\n---\ntitle: A\n---\nbefore {text}").Build();
        Assert.Equal("/posts/a/ text", new SearchIndexReader(site).Of("before").Replace("heading", "text", StringComparison.Ordinal));
    });

    private static SortedDictionary<string, byte[]> IndexOf(TestSite site)
    {
        var index = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, bytes) in TempFolder.Contents(site.OutputFolder))
        {
            if (path.EndsWith(".json", StringComparison.Ordinal))
            {
                index.Add(path, bytes);
            }
        }

        return index;
    }

    private static int Changed(SortedDictionary<string, byte[]> before, SortedDictionary<string, byte[]> after)
    {
        Assert.Equal(before.Keys, after.Keys);
        return before.Count(file => !file.Value.AsSpan().SequenceEqual(after[file.Key]));
    }
}
