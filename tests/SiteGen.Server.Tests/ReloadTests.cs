using System.Text;
using System.Text.Json;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;

namespace SiteGen.Server.Tests;

/// <summary>What pages in browsers are told.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task The_script_stands_at_the_end_of_the_body_and_nowhere_else()
    {
        await using var preview = await Plain.Start("-- static/fragment.html --\n<p>x\n");
        Assert.Matches("<script src=\"/_sitegen/livereload.js\" data-print=\"[0-9a-f]{32}\"></script></body>", await preview.Get("/"));
        Assert.Matches("^<p>x\n<script [^>]*></script>$", await preview.Get("/fragment.html"));
        Assert.DoesNotContain("_sitegen", await preview.Get("/rss.xml"), StringComparison.Ordinal);
        Assert.Contains("EventSource", await preview.Get("/_sitegen/livereload.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_reload_pages_are_as_a_build_leaves_them()
    {
        await using var preview = await TestPreview.Start(Plain.Site(), options => options with { IsReloading = false });
        Assert.DoesNotContain("_sitegen", await preview.Get("/"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await preview.Client.GetAsync("/_sitegen/events")).StatusCode);
    }

    [Fact]
    public async Task Only_pages_that_changed_reload()
    {
        await using var preview = await Plain.Start();
        using var one = await preview.Listen("/posts/one/");
        using var two = await preview.Listen("/posts/two/");
        using var home = await preview.Listen("/");
        preview.Site.Edit("posts/one.md", "First body.", "Edited body.");
        Assert.Equal("reload", await one.NextKind());
        preview.Site.Edit("posts/two.md", "title: Two", "title: Zwei");
        Assert.Equal("reload", await two.NextKind());
        Assert.Equal("reload", await home.NextKind());
        // The first edit told the home page nothing: its only message was about the second.
        Assert.Contains("Zwei", await preview.Get("/"), StringComparison.Ordinal);
        Assert.Contains("Edited body.", await preview.Get("/posts/one/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_sheet_is_swapped()
    {
        await using var preview = await Plain.Start("-- templates/assets/style.css --\nb{}\n");
        using var page = await preview.Listen("/posts/one/");
        preview.Site.Write("templates/assets/style.css", "b{color:red}");
        using var message = JsonDocument.Parse(await page.Next("styles"));
        var sheet = message.RootElement.GetProperty("sheets")[0];
        Assert.NotEqual(sheet[0].GetString(), sheet[1].GetString());
        Assert.Equal("b{color:red}", await preview.Get(sheet[1].GetString() ?? ""));
        Assert.Contains(
            $"data-print=\"{message.RootElement.GetProperty("print").GetString()}\"",
            await preview.Get("/posts/one/"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_sheet_with_one_name_is_swapped_too()
    {
        await using var preview = await Plain.Start(
            """
            -- sitegen.yml --
            base_url: https://example.org/blog/
            -- static/own.css --
            b{}
            -- templates/home.html --
            <link rel=stylesheet href=/blog/own.css>

            """);
        using var page = await preview.Listen("/blog/");
        preview.Site.Write("static/own.css", "b{color:red}");
        using var message = JsonDocument.Parse(await page.Next("styles"));
        Assert.Equal("[[\"/blog/own.css\",\"/blog/own.css\"]]", message.RootElement.GetProperty("sheets").GetRawText());
    }

    [Fact]
    public async Task A_picture_that_changed_reloads_the_pages_that_show_it()
    {
        await using var preview =
            await Plain.Start("-- static/p.svg --\n<svg width=\"1\" height=\"1\"/>\n-- posts/shows.md --\n![](/p.svg)\n");
        using var page = await preview.Listen("/posts/shows/");
        preview.Site.Write("static/p.svg", "<svg width=\"1\" height=\"1\"><g/></svg>");
        Assert.Equal("reload", await page.NextKind());
    }

    [Theory]
    [InlineData("moved by its slug")]
    [InlineData("moved by its file")]
    public async Task A_page_that_moved_is_followed(string how)
    {
        await using var preview = await Plain.Start();
        using var page = await preview.Listen("/posts/one/");
        if (how == "moved by its slug")
        {
            preview.Site.Edit("posts/one.md", "title: One", "title: One\nslug: eins");
        }
        else
        {
            preview.Site.Rename("posts/one.md", "posts/eins.md");
        }

        Assert.Equal("{\"url\":\"/posts/eins/\"}", await page.Next("moved"));
        Assert.Contains("First body.", await preview.Get("/posts/eins/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_gone_reloads_and_comes_back_when_it_does()
    {
        await using var preview = await Plain.Start();
        using var page = await preview.Listen("/posts/one/");
        preview.Site.Delete("posts/one.md");
        Assert.Equal("reload", await page.NextKind());
        Assert.Contains("Not here.", await preview.Get("/posts/one/"), StringComparison.Ordinal);
        using var gone = await preview.Listen("/posts/one/");
        preview.Site.Write("posts/one.md", "---\ntitle: Back\n---\nBack.\n");
        Assert.Equal("reload", await gone.NextKind());
        await preview.UntilHas("/posts/one/", "Back.");
    }

    [Fact]
    public async Task A_page_that_was_away_catches_up()
    {
        await using var preview = await Plain.Start();
        using var stale = await EventReader.Open(preview, "/posts/one/", "00000000000000000000000000000001");
        Assert.Equal("reload", await stale.NextKind());
    }

    [Fact]
    public async Task An_error_is_told_with_its_place_and_the_last_good_page_stays()
    {
        await using var preview = await Plain.Start();
        using var page = await preview.Listen("/posts/one/");
        Assert.Equal("""{"opens":false,"summary":"","problems":[],"more":""}""", await page.Next("problems"));
        preview.Site.Edit("posts/one.md", "tags: [green]", "tags: [green");
        using var told = JsonDocument.Parse(await page.Next("problems"));
        var problem = told.RootElement.GetProperty("problems")[0];
        Assert.StartsWith("posts/one.md, line ", problem.GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.Contains("tags: [green\n", problem.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
        Assert.Contains("^", problem.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
        Assert.Contains("First body.", await preview.Get("/posts/one/"), StringComparison.Ordinal);
        // Others go on.
        preview.Site.Edit("posts/two.md", "Second body.", "Other body.");
        await preview.UntilHas("/posts/two/", "Other body.");
        preview.Site.Edit("posts/one.md", "tags: [green", "tags: [green]");
        Assert.Equal("""{"opens":false,"summary":"","problems":[],"more":""}""", await page.Next("problems"));
        await preview.UntilReported<PreviewReport.Problems>(report => report.Fixed > 0);
    }

    [Fact]
    public async Task A_broken_template_leaves_the_last_good_page()
    {
        await using var preview = await Plain.Start();
        using var page = await preview.Listen("/posts/one/");
        preview.Site.Edit("templates/post.html", "{{ post.content }}", "{{ post.content ");
        await preview.UntilReported<PreviewReport.Problems>(report => report.New.Any(problem => problem.Path == "templates/post.html"));
        Assert.Contains("First body.", await preview.Get("/posts/one/"), StringComparison.Ordinal);
        preview.Site.Edit("templates/post.html", "{{ post.content ", "FIXED {{ post.content }}");
        await preview.UntilHas("/posts/one/", "FIXED");
    }

    [Fact]
    public async Task A_page_that_never_was_good_says_so_and_waits()
    {
        await using var preview = await Plain.Start("-- templates/post.html --\n{{ 1 / 0 }}{{ post.title | nothing }}\n");
        var response = await preview.Client.GetAsync("/posts/one/");
        Assert.Contains("livereload.js", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var page = await preview.Listen("/posts/one/");
        preview.Site.Write("templates/post.html", "GOOD {{ post.title }}");
        Assert.Equal("reload", await page.NextKind());
        await preview.UntilHas("/posts/one/", "GOOD One");
    }

    [Fact]
    public async Task A_broken_configuration_keeps_the_site_and_is_told()
    {
        await using var preview = await Plain.Start("-- sitegen.yml --\ntitle: T\n");
        using var page = await preview.Listen("/");
        preview.Site.Write("sitegen.yml", "titel: T\n");
        await preview.UntilReported<PreviewReport.Problems>(report => report.New.Any(problem => problem.Rule.Code == "SG1002"));
        Assert.Contains("One", await preview.Get("/"), StringComparison.Ordinal);
        preview.Site.Edit("posts/one.md", "title: One", "title: Eins");
        await preview.UntilHas("/", "Eins");
        preview.Site.Write("sitegen.yml", "title: T\npaginate: 1\n");
        await preview.UntilHasNot("/", "Eins");
        await preview.UntilReported<PreviewReport.Problems>(report => report.Fixed > 0);
    }

    [Fact]
    public void Of_an_old_page_and_a_new_one_only_other_sheets_are_swapped()
    {
        Page Of(string html) => new(Encoding.UTF8.GetBytes(html), SiteGen.Text.Fingerprint.Compute(html), true);
        (string, string)[] files = [("/assets/a.1.css", "/assets/a.2.css"), ("/assets/p.1.png", "/assets/p.2.png")];
        var old = Of("<link href=\"http://x/b/assets/a.1.css\"><img src=/b/assets/p.1.png>");
        var swapped = Of("<link href=\"http://x/b/assets/a.2.css\"><img src=/b/assets/p.1.png>");
        Assert.Contains(
            "[\"/b/assets/a.1.css\",\"/b/assets/a.2.css\"]",
            Encoding.UTF8.GetString((PageChange.Between(old, swapped, old.Fingerprint.ToString(), [.. files])?.Bytes ?? default).Span),
            StringComparison.Ordinal);
        Assert.Equal(
            "reload",
            PageChange.Between(
                old,
                Of("<link href=\"http://x/b/assets/a.2.css\"><img src=/b/assets/p.2.png>"),
                old.Fingerprint.ToString(),
                [.. files])?.Kind);
        Assert.Equal("reload", PageChange.Between(null, swapped, old.Fingerprint.ToString(), [.. files])?.Kind);
        Assert.Null(PageChange.Between(old, old, old.Fingerprint.ToString(), []));
    }
}
