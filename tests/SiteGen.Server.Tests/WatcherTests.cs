using System.Globalization;
using SiteGen.Server.Notifying;

namespace SiteGen.Server.Tests;

/// <summary>Whatever an editor, a program or a version control system does to the files, the preview follows without a restart.</summary>
public sealed class WatcherTests
{
    [Fact]
    public async Task Editors_save_in_many_ways()
    {
        await using var preview = await Plain.Start();
        var post = Path.Combine(preview.Site.SourceFolder, "posts/one.md");
        // Write beside, then rename over it: vim, VS Code on some systems, sed -i.
        File.WriteAllText(post + ".tmp", "---\ntitle: One\n---\nRenamed over.\n");
        File.Move(post + ".tmp", post, overwrite: true);
        await preview.UntilHas("/posts/one/", "Renamed over.");
        // Move the old one away, write the new one: emacs, vim with backups.
        File.Move(post, post + "~");
        File.WriteAllText(post, "---\ntitle: One\n---\nMoved away.\n");
        await preview.UntilHas("/posts/one/", "Moved away.");
        // Swap and lock files come and go beside it.
        File.WriteAllText(Path.Combine(preview.Site.SourceFolder, "posts/.one.md.swp"), "x");
        File.WriteAllText(Path.Combine(preview.Site.SourceFolder, "posts/4913"), "x");
        File.Delete(Path.Combine(preview.Site.SourceFolder, "posts/4913"));
        File.WriteAllText(Path.Combine(preview.Site.SourceFolder, "posts/#one.md#"), "x");
        // Truncate, then write in pieces.
        await using (var file = new FileStream(post, FileMode.Create))
        {
            await file.WriteAsync("---\ntitle: One\n"u8.ToArray());
            await file.FlushAsync();
            await file.WriteAsync("---\nIn pieces.\n"u8.ToArray());
        }

        await preview.UntilHas("/posts/one/", "In pieces.");
        Assert.DoesNotContain("one.md~", await preview.Get("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_saves_within_a_tick_of_the_clock_are_two()
    {
        await using var preview = await Plain.Start();
        var post = Path.Combine(preview.Site.SourceFolder, "posts/one.md");
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < 10; i++)
        {
            // The same size and the same time each time.
            File.WriteAllText(post, $"---\ntitle: One\n---\nNumber {i}.\n");
            File.SetLastWriteTimeUtc(post, time);
            await preview.UntilHas("/posts/one/", $"Number {i}.");
        }
    }

    [Fact]
    public async Task Files_and_folders_come_go_and_move()
    {
        await using var preview = await Plain.Start();
        var site = preview.Site;
        site.Write("posts/deep/er/new.md", "---\ntitle: New\n---\nNew.\n");
        await preview.UntilHas("/posts/new/", "New.");
        site.Rename("posts/deep", "posts/other");
        site.Write("posts/other/er/more.md", "---\ntitle: More\n---\nMore.\n");
        await preview.UntilHas("/posts/more/", "More.");
        Assert.Contains("New.", await preview.Get("/posts/new/"), StringComparison.Ordinal);
        site.Rename("posts/other/er/more.md", "posts/other/er/More.md");
        site.Rename("posts/other/er/new.md", "posts/other/er/neu.md");
        await preview.UntilHas("/posts/neu/", "New.");
        await preview.UntilHas("/posts/new/", "Not here.");
        site.Delete("posts/other");
        await preview.UntilHas("/posts/neu/", "Not here.");
        site.Rename("posts/one.md", "posts/ONE.md");
        site.Edit("posts/ONE.md", "First body.", "Case.");
        await preview.UntilHas("/posts/one/", "Case.");
    }

    [Fact]
    public async Task Folders_of_inputs_may_come_later()
    {
        await using var preview = await Plain.Start();
        var site = preview.Site;
        site.Write("pages/about.md", "About us.\n");
        await preview.UntilHas("/about/", "About us.");
        site.Edit("pages/about.md", "About us.", "Us.");
        await preview.UntilHas("/about/", "Us.");
        site.Delete("pages");
        await preview.UntilHas("/about/", "Not here.");
        site.Write("pages/about.md", "Again.\n");
        await preview.UntilHas("/about/", "Again.");
        site.Edit("pages/about.md", "Again.", "And again.");
        await preview.UntilHas("/about/", "And again.");
    }

    [Fact]
    public async Task Templates_data_authors_and_configuration_count_too()
    {
        await using var preview = await Plain.Start(
            """
            -- templates/home.html --
            {{ site.title }}|{{ site.data.facts.x }}|{{ include 'partials/p.html' }}|{{ for a in site.authors }}{{ a.name }}{{ end }}
            -- templates/partials/p.html --
            P
            -- data/facts.yml --
            x: 1

            """);
        var site = preview.Site;
        await preview.UntilHas("/", "My blog|1|P");
        site.Write("data/facts.yml", "x: 2\n");
        await preview.UntilHas("/", "|2|");
        site.Write("templates/partials/p.html", "Q\n");
        await preview.UntilHas("/", "|2|Q");
        site.Write("sitegen.yml", "title: Named\n");
        await preview.UntilHas("/", "Named|2|Q");
        site.Edit("posts/one.md", "title: One", "title: One\nauthor: ann");
        site.Write("authors.yml", "ann:\n  name: Ann Other\n");
        await preview.UntilHas("/", "Ann Other");
        site.Delete("templates/home.html");
        await preview.UntilHasNot("/", "|2|");
        site.Write("sitegen.yml", "posts: texts\n");
        site.Write("texts/t.md", "---\ntitle: T\n---\nText.\n");
        await preview.UntilHas("/texts/t/", "Text.");
        site.Edit("texts/t.md", "Text.", "Other text.");
        await preview.UntilHas("/texts/t/", "Other text.");
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_burst_of_hundreds_of_files_is_few_changes(bool isPolling)
    {
        await using var preview = await TestPreview.Start(Plain.Site(), options => options with { IsPolling = isPolling });
        for (var i = 0; i < 400; i++)
        {
            preview.Site.Write(
                string.Create(CultureInfo.InvariantCulture, $"posts/f{i % 7}/n{i}.md"),
                string.Create(CultureInfo.InvariantCulture, $"---\ntitle: N{i}\n---\nNumber {i}.\n"));
        }

        await preview.UntilHas("/posts/n0/", "Number 0.");
        await preview.UntilHas("/posts/n399/", "Number 399.");
        await preview.UntilReported<PreviewReport.Rebuilt>(_ => true);
        Assert.InRange(preview.Reports.OfType<PreviewReport.Rebuilt>().Count(), 1, 399);
        for (var i = 0; i < 400; i++)
        {
            preview.Site.Delete(string.Create(CultureInfo.InvariantCulture, $"posts/f{i % 7}/n{i}.md"));
        }

        await preview.UntilHas("/posts/n399/", "Not here.");
        await preview.UntilHas("/posts/n0/", "Not here.");
    }

    [Fact]
    public async Task Polling_sees_edits_deletes_and_the_configuration()
    {
        await using var preview = await TestPreview.Start(Plain.Site(), options => options with { IsPolling = true });
        preview.Site.Edit("posts/one.md", "First body.", "Polled.");
        await preview.UntilHas("/posts/one/", "Polled.");
        preview.Site.Delete("posts/one.md");
        await preview.UntilHas("/posts/one/", "Not here.");
        preview.Site.Write("sitegen.yml", "paginate: 1\n");
        await preview.UntilHas("/page/2/", "Two");
    }

    [Fact]
    public async Task A_configuration_elsewhere_is_watched_too()
    {
        using var folder = new SiteGen.Testing.TempFolder();
        File.WriteAllText(folder["other.yml"], "title: A\n");
        await using var preview = await TestPreview.Start(
            Plain.Site("-- templates/home.html --\n{{ site.title }}\n"),
            options => options with { Sources = options.Sources with { Files = [folder["other.yml"]] } });
        await preview.UntilHas("/", "home A");
        File.WriteAllText(folder["other.yml"], "title: B\n");
        await preview.UntilHas("/", "home B");
    }
}
