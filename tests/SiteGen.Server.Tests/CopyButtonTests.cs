using System.Text.Json.Nodes;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>The button that copies code, in a browser, under a strict content security policy.</summary>
public sealed class CopyButtonTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Code = "if (a < b && c) {\n\treturn \"<b>&amp;\";\n}\n";

    private const string Site = $$"""
        -- sitegen.yml --
        code: {copy: true}
        -- posts/a.md --
        ---
        title: A
        ---
        ```js {2} title="a.js" linenos=true linenostart=7
        {{Code}}```

        ```text
        plain
        ```
        """;

    [BrowserFact]
    public async Task The_button_copies_the_code_as_it_was_written_and_says_so()
    {
        using var site = TestSite.From(Site);
        using var server = new StrictServer(site.Build().OutputFolder);
        await browser.Send(
            "Browser.grantPermissions",
            new JsonObject { ["permissions"] = new JsonArray("clipboardReadWrite", "clipboardSanitizedWrite") },
            null);
        var tab = await browser.Open(new Uri(server.Address, "posts/a/"));
        await browser.Send("Emulation.setFocusEmulationEnabled", new JsonObject { ["enabled"] = true }, tab.Session);
        await tab.Until("document.querySelectorAll('.code > button').length === 1");
        const string Button = "document.querySelector('.code > button')";
        Assert.Equal("Copy", (string?)await tab.Run($"{Button}.textContent"));
        Assert.Equal("polite", (string?)await tab.Run($"{Button}.ariaLive"));
        // A click of the user, which the clipboard asks for.
        await browser.Send(
            "Runtime.evaluate", new JsonObject { ["expression"] = $"{Button}.click()", ["userGesture"] = true }, tab.Session);
        await tab.Until($"{Button}.textContent === 'Copied'");
        Assert.Equal(Code, (string?)await tab.Run("navigator.clipboard.readText()"));
        await tab.Until($"{Button}.textContent === 'Copy'");
    }

    [BrowserFact]
    public async Task Without_scripts_nothing_of_it_shows()
    {
        using var site = TestSite.From(Site);
        using var server = new StrictServer(site.Build().OutputFolder);
        var tab = await browser.Open(new Uri(server.Address, "posts/a/"), runsScripts: false);
        Assert.Equal(0, (int?)await tab.Run("document.querySelectorAll('.code button').length"));
        Assert.False((bool?)await tab.Run("document.body.innerText.includes('Copy')"));
        Assert.True((bool?)await tab.Run("document.body.innerText.includes('return')"));
    }
}
