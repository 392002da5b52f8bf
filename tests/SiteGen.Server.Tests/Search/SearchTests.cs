using System.Text.Json;
using System.Text.Json.Nodes;
using SiteGen.Testing;

namespace SiteGen.Server.Tests.Search;

/// <summary>The search as readers use it: in a browser, under the strict policy of a file host.</summary>
public sealed class SearchTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Posts = """
        -- sitegen.yml --
        title: Notes
        search: true
        languages: [ja, ar]
        -- posts/rain.md --
        ---
        title: Rain at last
        date: 2026-04-02
        tags: [weather]
        ---
        The summary says this much, and it goes on for long enough that the words below are not a part of it any more: one two three
        four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty more.

        ## Wet Tuesday

        A deep **caf**é in Łódź, then thunderstorms.
        -- posts/sun.md --
        ---
        title: The café of the sun
        date: 2025-05-01
        ---
        No rain at all.
        -- posts/old.md --
        ---
        title: Older words
        date: 2020-05-01
        ---
        It may rain. It may be a weather vane.
        -- posts/hostile.md --
        ---
        title: '</script><img src=x onerror="document.title=1"> ‮gnp.exe'
        date: 2019-05-01
        ---
        A hostile <b>title</b>.
        -- posts/sun.ja.md --
        ---
        title: 東京の太陽
        date: 2025-05-01
        ---
        今日はがっこうに行きました。全角ＡＢＣ。
        -- posts/sun.ar.md --
        ---
        title: شمس أحمد
        date: 2025-05-01
        ---
        ذهب مُحَمَّد إلى المدرسة.

        """;

    private const string Results = "[...document.querySelectorAll('.search-results a')].map(a => a.textContent)";
    private const string Status = "document.querySelector('.search-status').textContent";

    [BrowserFact]
    public async Task Words_are_found_while_they_are_typed_and_stand_in_the_address()
    {
        await using var host = Start();
        var tab = await browser.Open(new Uri(host.Root, "search/"));
        await Type(tab, "rai");
        await Found(tab, "Rain at last", "The café of the sun", "Older words");
        Assert.Equal("?q=rai", (string?)await tab.Run("location.search"));
        await tab.Until($"{Status} === 'Results: 3'");
        Assert.Equal("Rai", (string?)await tab.Run("document.querySelector('.search-results mark').textContent"));
        Assert.True((bool?)await tab.Run("document.querySelector('.search-posts').hidden"));
        // Several words: all of them, the title before the text.
        await Type(tab, "weather RAIN");
        await Found(tab, "Rain at last", "Older words");
        await Type(tab, "");
        await tab.Until($"{Results}.length === 0 && {Status} === '' && location.search === ''");
        Assert.False((bool?)await tab.Run("document.querySelector('.search-posts').hidden"));
    }

    [BrowserFact]
    public async Task A_query_in_the_address_is_answered_and_what_matches_in_the_text_shows_where()
    {
        await using var host = Start("https://notes.example/blog/", "/blog/");
        var tab = await browser.Open(new Uri(host.Root, "search/?q=thunderstorm"));
        await Found(tab, "Rain at last");
        Assert.Equal("/blog/posts/rain/", (string?)await tab.Run("document.querySelector('.search-results a').getAttribute('href')"));
        await tab.Until("document.querySelector('.search-results p mark')?.textContent === 'thunderstorm'");
        await tab.Until("document.querySelector('.search-results p').textContent.includes('café in Łódź, then thunderstorms.')");
        // From any other page, without the script of the search page: a form that leads to it.
        tab = await browser.Open(new Uri(host.Root, "posts/rain/"));
        await tab.Run("document.querySelector('.search-box input').value = 'older'; document.querySelector('.search-box').requestSubmit()");
        await tab.Until("location.pathname === '/blog/search/' && document.readyState === 'complete'");
        await Found(tab, "Older words");
    }

    [BrowserFact]
    public async Task Accents_and_other_scripts_are_found_however_they_are_typed()
    {
        await using var host = Start();
        var tab = await browser.Open(new Uri(host.Root, "search/"));
        foreach (var (query, title) in ((string, string)[])[
            ("CAFE", "The café of the sun"), ("cafe\u0301 sun", "The café of the sun"), ("lodz", "Rain at last"),
        ])
        {
            await Type(tab, query);
            await tab.Until($"{Results}[0] === {JsonSerializer.Serialize(title)}");
        }

        tab = await browser.Open(new Uri(host.Root, "ja/search/"));
        foreach (var query in (string[])["東京", "京", "がっこう", "ａｂｃ", "abc", "太陽 学"[..2]])
        {
            await Type(tab, query);
            await Found(tab, "東京の太陽");
            await Type(tab, "");
            await Found(tab);
        }

        await Type(tab, "京東");
        await tab.Until($"{Status} === '「京東」に一致するものはありません。'");
        tab = await browser.Open(new Uri(host.Root, "ar/search/"));
        Assert.Equal("rtl", (string?)await tab.Run("document.documentElement.dir"));
        foreach (var query in (string[])["احمد", "محمد", "مدرسه المدرسة"[6..], "مُحمد"])
        {
            await Type(tab, query);
            await Found(tab, "شمس أحمد");
            await Type(tab, "");
            await Found(tab);
        }
    }

    [BrowserFact]
    public async Task Nothing_found_is_said_and_hostile_titles_stay_texts()
    {
        await using var host = Start();
        var tab = await browser.Open(new Uri(host.Root, "search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20zzz"));
        await tab.Until($"{Status} === 'Nothing matches “<img src=x onerror=alert(1)> zzz”.'");
        await Type(tab, "hostile");
        await tab.Until($"{Results}.length === 1");
        Assert.StartsWith("</script><img src=x onerror=", (string?)await tab.Run($"{Results}[0]"), StringComparison.Ordinal);
        Assert.Equal(0, (int?)await tab.Run("document.querySelectorAll('.search-results img').length"));
        Assert.Equal("auto", (string?)await tab.Run("document.querySelector('.search-results a').dir"));
        foreach (var query in (string[])["constructor", "__proto__", "toString", "!", "\\", "\"", "𝒳", "\uFFFF", new string('w', 20_000)])
        {
            await Type(tab, query);
            await Found(tab);
        }
    }

    [BrowserFact]
    public async Task Keys_lead_into_the_box_through_the_results_and_back()
    {
        await using var host = Start();
        var tab = await browser.Open(new Uri(host.Root, "posts/rain/"));
        await Press(tab, "/");
        await tab.Until("document.activeElement.name === 'q' && document.activeElement.value === ''");
        tab = await browser.Open(new Uri(host.Root, "search/?q=rain"));
        await Found(tab, "Rain at last", "The café of the sun", "Older words");
        const string Focused = "document.activeElement.textContent || document.activeElement.name";
        await Press(tab, "/");
        foreach (var (key, focused) in ((string, string)[])[
            ("ArrowUp", "q"), ("ArrowDown", "Rain at last"), ("ArrowDown", "The café of the sun"), ("ArrowUp", "Rain at last"),
            ("ArrowUp", "q"), ("ArrowDown", "Rain at last"), ("Escape", "q"),
        ])
        {
            await Press(tab, key);
            Assert.Equal(focused, (string?)await tab.Run(Focused));
        }

        await Press(tab, "ArrowDown");
        await Press(tab, "Enter");
        await tab.Until("location.pathname === '/posts/rain/'");
        tab = await browser.Open(new Uri(host.Root, "search/?q=rain"));
        await Found(tab, "Rain at last", "The café of the sun", "Older words");
        await Press(tab, "/");
        await Press(tab, "Escape");
        await tab.Until($"document.querySelector('.search-page input').value === '' && {Results}.length === 0");
    }

    [BrowserFact]
    public async Task A_slow_network_shows_the_answer_to_the_last_question_only_and_a_broken_one_is_said()
    {
        await using var host = Start();
        host.Delay = TimeSpan.FromSeconds(1);
        var tab = await browser.Open(new Uri(host.Root, "search/"));
        await Type(tab, "older");
        await tab.Until("document.querySelector('.search-results').getAttribute('aria-busy') === 'true'");
        await Type(tab, "sun");
        await Found(tab, "The café of the sun");
        await tab.Until("document.querySelector('.search-results').getAttribute('aria-busy') === 'false'");
        host.IsDown = true;
        tab = await browser.Open(new Uri(host.Root, "search/?q=sun"));
        await tab.Until($"{Status}.startsWith('The search could not be loaded.')");
        // The next attempt asks again.
        host.IsDown = false;
        await Type(tab, "sun ");
        await Found(tab, "The café of the sun");
    }

    [BrowserFact]
    public async Task Without_a_script_the_page_lists_everything()
    {
        await using var host = Start();
        var tab = await browser.Open(new Uri("about:blank"));
        await browser.Send("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = true }, tab.Session);
        await browser.Send("Page.navigate", new JsonObject { ["url"] = new Uri(host.Root, "search/?q=rain").AbsoluteUri }, tab.Session);
        var names = await Names(tab, "link", until: "Older words");
        Assert.Contains("Rain at last", names);
        Assert.Contains("weather", names);
    }

    [BrowserFact]
    public async Task The_accessibility_tree_has_a_search_a_status_and_a_list_of_links()
    {
        await using var host = Start();
        var tab = await browser.Open(new Uri(host.Root, "search/?q=rain"));
        await Found(tab, "Rain at last", "The café of the sun", "Older words");
        var nodes = await Tree(tab);
        Assert.Single(nodes, node => node.Role == "search");
        Assert.Equal(["Search this site"], nodes.Where(node => node.Role == "searchbox").Select(node => node.Name));
        Assert.Single(nodes, node => node.Role == "status");
        Assert.Contains(nodes, node => node is { Role: "StaticText", Name: "Results: 3" });
        Assert.Single(nodes, node => node is { Role: "list", Name: "Search results" });
        Assert.Contains(nodes, node => node is { Role: "link", Name: "The café of the sun" });
        // Hidden elements are not in it: the list for readers without a script.
        Assert.DoesNotContain(nodes, node => node is { Role: "heading", Name: "2026" });
    }

    private static StaticHost Start(string baseUrl = "https://notes.example/", string path = "/")
    {
        var site = TestSite.From(Posts).WithBaseUrl(baseUrl).Build();
        site.Problems();
        return StaticHost.Start(site, path);
    }

    private static Task Found(Chromium.Tab tab, params string[] titles) =>
        tab.Until($"JSON.stringify({Results}) === JSON.stringify({JsonSerializer.Serialize(titles)})");

    private static async Task Type(Chromium.Tab tab, string text) => await tab.Run($$"""
        { const box = document.querySelector('.search-box input'); box.focus(); box.value = {{JsonSerializer.Serialize(text)}};
        box.dispatchEvent(new Event('input', { bubbles: true })); }
        """);

    private async Task Press(Chromium.Tab tab, string key)
    {
        foreach (var type in (string[])["keyDown", "keyUp"])
        {
            var press = new JsonObject { ["type"] = type, ["key"] = key };
            if (key == "Enter")
            {
                press["text"] = "\r";
            }

            await browser.Send("Input.dispatchKeyEvent", press, tab.Session);
        }
    }

    private async Task<(string? Role, string? Name)[]> Tree(Chromium.Tab tab)
    {
        var tree = await browser.Send("Accessibility.getFullAXTree", [], tab.Session);
        return
        [
            .. (tree["nodes"]?.AsArray() ?? []).Where(node => (bool?)node?["ignored"] != true)
                .Select(node => ((string?)node?["role"]?["value"], (string?)node?["name"]?["value"])),
        ];
    }

    private async Task<string?[]> Names(Chromium.Tab tab, string role, string until)
    {
        string?[] names = [];
        for (var end = Environment.TickCount64 + 30_000; !names.Contains(until) && Environment.TickCount64 < end;)
        {
            names = [.. (await Tree(tab)).Where(node => node.Role == role).Select(node => node.Name)];
        }

        return names;
    }
}
