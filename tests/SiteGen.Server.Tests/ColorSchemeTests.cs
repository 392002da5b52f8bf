using System.Text.Json.Nodes;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>The button that changes between light and dark, in a browser, under a strict content security policy.</summary>
public sealed class ColorSchemeTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Site = """
        -- sitegen.yml --
        theme: {switch: true}
        -- posts/a.md --
        # A
        """;

    private const string Pictures = """

        -- static/l.png --
        x
        -- static/d.png --
        x
        -- posts/b.md --
        ![](/l.png){.light-only} ![](/d.png){.dark-only}

        ![](/d.png "A caption"){.dark-only}

        """;

    private const string Button = "document.querySelector('.site-header > button')";
    private const string Paper = "getComputedStyle(document.documentElement).backgroundColor";
    private const string Light = "rgb(253, 252, 249)";
    private const string Dark = "rgb(21, 25, 28)";

    [BrowserFact]
    public async Task A_reader_changes_the_colours_and_finds_them_so_on_the_next_page()
    {
        using var site = TestSite.From(Site);
        using var server = new StrictServer(site.Build().OutputFolder);
        var tab = await browser.Open(new Uri(server.Address, "posts/a/"));
        await tab.Until($"{Button} !== null");
        Assert.Equal("Switch between light and dark", (string?)await tab.Run($"{Button}.ariaLabel"));
        Assert.Equal(Light, (string?)await tab.Run(Paper));
        await tab.Run($"{Button}.click()");
        await tab.Until($"{Paper} === '{Dark}'");

        // Another page: dark from its first line on, before the button is there.
        var next = await browser.Open(server.Address);
        await next.Until($"{Button} !== null");
        Assert.Equal(Dark, (string?)await next.Run(Paper));
        Assert.Equal("dark", (string?)await next.Run("document.documentElement.style.colorScheme"));
        await next.Run($"{Button}.click()");
        await next.Until($"{Paper} === '{Light}'");
        await next.Run("localStorage.clear()");
    }

    [BrowserFact]
    public async Task Without_a_choice_the_browser_decides()
    {
        using var site = TestSite.From(Site);
        using var server = new StrictServer(site.Build().OutputFolder);
        var tab = await browser.Open(new Uri(server.Address, "posts/a/"));
        var dark = new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = "dark" };
        await browser.Send("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(dark) }, tab.Session);
        await tab.Run("location.reload()");
        await tab.Until($"document.readyState === 'complete' && {Button} !== null && {Paper} === '{Dark}'");
        Assert.Equal("undefined", (string?)await tab.Run("typeof localStorage.dark"));
    }

    [BrowserFact]
    public async Task Pictures_for_light_and_for_dark_pages_are_shown_on_those_only()
    {
        using var site = TestSite.From(Site, Pictures);
        using var server = new StrictServer(site.Build().OutputFolder);
        var tab = await browser.Open(new Uri(server.Address, "posts/b/"));
        await tab.Until($"{Button} !== null");
        const string Shown = "[...document.querySelectorAll('.content img')].map(img => img.getClientRects().length).join()";
        const string Captions = "document.querySelector('figcaption').getClientRects().length";
        Assert.Equal(("1,0,0", 0), ((string?)await tab.Run(Shown), (int?)await tab.Run(Captions)));
        await tab.Run($"{Button}.click()");
        await tab.Until($"{Paper} === '{Dark}'");
        Assert.Equal(("0,1,1", 1), ((string?)await tab.Run(Shown), (int?)await tab.Run(Captions)));
        await tab.Run("localStorage.clear()");
    }

    [BrowserFact]
    public async Task Without_scripts_there_is_no_button()
    {
        using var site = TestSite.From(Site);
        using var server = new StrictServer(site.Build().OutputFolder);
        var tab = await browser.Open(new Uri(server.Address, "posts/a/"), runsScripts: false);
        Assert.Equal(0, (int?)await tab.Run("document.querySelectorAll('button').length"));
        Assert.Equal(Light, (string?)await tab.Run(Paper));
    }
}
