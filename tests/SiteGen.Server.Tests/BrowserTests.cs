namespace SiteGen.Server.Tests;

/// <summary>What somebody sees who writes and has the page beside it.</summary>
public sealed class BrowserTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Long = "-- posts/long.md --\n---\ntitle: Long\n---\nBefore.\n\n<div style=\"height: 5000px\"></div>\n\nEnd.\n";

    [BrowserFact]
    public async Task An_edit_shows_and_the_place_on_the_page_stays()
    {
        await using var preview = await Plain.Start(Long);
        var tab = await Open(preview, "posts/long/");
        await tab.Run("scrollTo(0, 1234)");
        preview.Site.Edit("posts/long.md", "Before.", "Edited.");
        await tab.Until("document.body.textContent.includes('Edited.') && scrollY === 1234");
    }

    [BrowserFact]
    public async Task A_style_sheet_is_swapped_without_a_reload()
    {
        await using var preview = await Plain.Start("-- templates/assets/style.css --\nbody{color:rgb(1, 2, 3)}\n");
        var tab = await Open(preview, "posts/one/");
        await tab.Run("window.mark = 'still here'");
        foreach (var color in (string[])["rgb(4, 5, 6)", "rgb(7, 8, 9)"])
        {
            preview.Site.Write("templates/assets/style.css", $"body{{color:{color}}}");
            await tab.Until(
                $"getComputedStyle(document.body).color === '{color}' && document.querySelectorAll('link[rel=stylesheet]').length === 1");
        }

        Assert.Equal("still here", (string?)await tab.Run("window.mark"));
        // An edit of the page still loads it.
        preview.Site.Edit("posts/one.md", "First body.", "Edited.");
        await tab.Until("document.body.textContent.includes('Edited.') && window.mark === undefined");
    }

    [BrowserFact]
    public async Task An_error_is_laid_over_the_page_and_goes_when_it_is_fixed()
    {
        await using var preview = await Plain.Start();
        var tab = await Open(preview, "posts/one/");
        preview.Site.Edit("posts/one.md", "tags: [green]", "tags: [<img src=x onerror=alert(1)>");
        await tab.Until("document.querySelector('sitegen-problems')?.shadowRoot.textContent.includes('posts/one.md, line ') === true");
        Assert.True((bool?)await tab.Run("document.body.textContent.includes('First body.')"));
        Assert.True((bool?)await tab.Run("document.querySelector('sitegen-problems').shadowRoot.textContent.includes('<img src=x') && "
            + "document.querySelector('sitegen-problems').shadowRoot.textContent.includes('^')"));
        Assert.Equal(0, (int?)await tab.Run("document.querySelector('sitegen-problems').shadowRoot.querySelectorAll('img').length"));
        preview.Site.Edit("posts/one.md", "tags: [<img src=x onerror=alert(1)>", "tags: [green]");
        await tab.Until("document.querySelector('sitegen-problems') === null && document.body.textContent.includes('First body.')");
    }

    [BrowserFact]
    public async Task Warnings_are_a_badge_that_opens_the_list()
    {
        await using var preview = await Plain.Start();
        var tab = await Open(preview, "posts/one/");
        preview.Site.Edit("posts/one.md", "First body.", "First [body](no.md).\n\n![](no.png)");
        const string Badge = "document.querySelector('sitegen-problems').shadowRoot.querySelector('button')";
        // The page is loaded again for the edit, and the badge comes with it.
        const string Shown = "document.querySelector('img[src*=\"no.png\"]') !== null && document.querySelector('sitegen-problems') !== null";
        await tab.Until($"{Shown} && {Badge}.textContent === '2 warnings'");
        Assert.Equal(1, (int?)await tab.Run("document.querySelector('sitegen-problems').shadowRoot.children.length"));
        await tab.Run($"{Badge}.click()");
        var list = (string?)await tab.Run("document.querySelector('sitegen-problems').shadowRoot.textContent");
        Assert.Contains("there is no picture 'no.png'", list, StringComparison.Ordinal);
        Assert.Contains("posts/one.md, line ", list, StringComparison.Ordinal);
        await tab.Run($"{Badge}.click()");
        Assert.Equal("2 warnings", (string?)await tab.Run($"{Badge}.textContent"));
        preview.Site.Edit("posts/one.md", "First [body](no.md).\n\n![](no.png)", "First body.");
        await tab.Until("document.querySelector('sitegen-problems') === null");
    }

    [BrowserFact]
    public async Task A_post_that_moves_is_followed()
    {
        await using var preview = await Plain.Start(Long);
        var tab = await Open(preview, "posts/long/");
        await tab.Run("scrollTo(0, 777)");
        preview.Site.Edit("posts/long.md", "title: Long", "title: Long\nslug: lang");
        await tab.Until("location.pathname === '/posts/lang/' && document.body.textContent.includes('Before.') && scrollY === 777");
    }

    [BrowserFact]
    public async Task A_page_catches_up_with_a_preview_that_was_started_again()
    {
        var port = 0;
        Chromium.Tab tab;
        await using (var first = await Plain.Start())
        {
            port = first.Port;
            tab = await Open(first, "posts/one/");
            await tab.Run("window.mark = 'old'");
        }

        var site = Plain.Site();
        site.Edit("posts/one.md", "First body.", "Written meanwhile.");
        await using var second = await TestPreview.Start(site, options => options with { Port = port });
        await tab.Until("document.body.textContent.includes('Written meanwhile.') && window.mark === undefined");
    }

    private async Task<Chromium.Tab> Open(TestPreview preview, string path)
    {
        var tab = await browser.Open(new Uri(preview.Server.Address, path));
        for (var end = Environment.TickCount64 + 30_000; preview.Server.OpenPages == 0 && Environment.TickCount64 < end;)
        {
            await Task.Delay(5);
        }

        Assert.Equal(1, preview.Server.OpenPages);
        return tab;
    }
}
