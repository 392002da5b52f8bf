using System.Text.Json.Nodes;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>Every kind of page, in both looks, light and dark, on a phone and a desk, in front of axe-core.</summary>
public sealed class AccessibilityTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Variable = "SITEGEN_AXE";

    private const string Site = """
        -- sitegen.yml --
        title: Salt
        search: true
        paginate: 2
        languages: [ar]
        markdown: {math: true}
        theme: {look: LOOK, switch: true, share: [mastodon, email], logo: /logo.svg}
        menus:
          social: [{title: Mastodon, url: 'https://m.example/@ada'}]
        -- authors.yml --
        ada:
          name: Ada
          bio: Writes.
          links: {home: 'https://ada.example/'}
        -- static/logo.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
        -- posts/a.md --
        ---
        title: Everything
        date: 2026-03-05
        authors: [ada]
        tags: [sea, sand]
        categories: [Coast]
        series: Letters
        image: /logo.svg
        image_alt: A mark
        toc: true
        ---
        Text with `code`, a [link](b.md), a note[^1] and $a^2$.

        ## First

        | a | b |
        |---|---|
        | 1 | 2 |

        ```python {.numbers}
        def f(): return "text"  # why
        ```

        > [!NOTE]
        > Mind the gap.

        - [x] done
        - [ ] not yet

        https://youtu.be/dQw4w9WgXcQ

        [![A talk](/logo.svg)](https://vimeo.com/123456)

        ## Second

        Text.

        [^1]: The note.
        -- posts/a.ar.md --
        # كل شيء

        نص.
        -- posts/b.md --
        ---
        title: B
        date: 2026-03-04
        tags: [sea]
        series: Letters
        ---
        Text.
        -- posts/c.md --
        ---
        title: C
        date: 2025-03-03
        tags: [sea]
        ---
        Text.
        -- data/comments/a.yml --
        - {name: Bo, date: 2026-03-06, text: Good.}
        -- pages/about.md --
        # About

        Us.
        """;

    private static readonly string[] s_pages =
    [
        "", "page/2/", "posts/a/", "posts/b/", "about/", "archive/", "tags/", "tags/sea/", "categories/", "authors/", "authors/ada/",
        "series/letters/", "feeds/", "search/?q=text", "404.html", "ar/", "ar/posts/a/",
    ];

    [EnvironmentTheory(Variable)]
    [InlineData("journal")]
    [InlineData("magazine")]
    public async Task No_page_breaks_a_rule(string look)
    {
        using var site = TestSite.From(Site.Replace("LOOK", look, StringComparison.Ordinal)).Build().Problems();
        using var server = new StrictServer(site.OutputFolder);
        var axe = await File.ReadAllTextAsync(Environment.GetEnvironmentVariable(Variable)!);
        var broken = new List<string>();
        foreach (var path in s_pages)
        {
            var tab = await browser.Open(new Uri(server.Address, path));
            await tab.Run(axe);
            foreach (var (scheme, width) in new[] { ("light", 390), ("dark", 390), ("light", 1280), ("dark", 1280) })
            {
                await Show(tab, scheme, width);
                broken.AddRange(from rule in await Broken(tab) select $"{path} {scheme} {width}: {rule}");
            }
        }

        Assert.Empty(broken);
    }

    private async Task Show(Chromium.Tab tab, string scheme, int width)
    {
        var size = new JsonObject { ["width"] = width, ["height"] = 800, ["deviceScaleFactor"] = 1, ["mobile"] = false };
        await browser.Send("Emulation.setDeviceMetricsOverride", size, tab.Session);
        var preference = new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme };
        await browser.Send("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(preference) }, tab.Session);
    }

    // That the script ran is part of the answer: an error of its own would look like a page without one.
    private static async Task<IEnumerable<string>> Broken(Chromium.Tab tab)
    {
        var rules = await tab.Run(
            "axe.run().then(found => found.passes.length < 10 ? ['axe did not run'] : "
            + "found.violations.map(rule => rule.id + ' ' + rule.nodes.map(node => node.html).join(' ').slice(0, 200)))");
        return rules is JsonArray all ? [.. all.Select(rule => (string?)rule ?? "")] : ["axe gave no answer"];
    }
}
