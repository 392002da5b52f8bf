using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Server.Watching;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <content>Edits of texts, after which only they are parsed.</content>
public sealed partial class PreviewLawTests
{
    // After an edit of a text, only its page and the pages that show its summary may change.
    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Law_7_build_equals_serve_after_edits_of_texts(int seed)
    {
        var random = new Random(seed);
        string[] heads = ["title: One\ndate: 2023-01-01\ntags: [green]", "title: Other\ndate: 2023-01-01", "titel: One", "tags: [x"];
        string[] texts =
        [
            "First body.", "A [link](two.md).", "A [link](none.md).", "![picture](none.png)", "# Heading\n\n## Second\n\n[TOC]",
            "Before.\n\n<!--more-->\n\nAfter.", "", "word word", "{{< gist 1 >}}",
            "<!-- sitegen-disable-next-line broken-link -->\n[x](no.md)",
        ];
        await using var preview = await TestPreview.Start(
            Plain.Site(), options => options with { IsReloading = false, UsesCache = seed == 2 });
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 25; step++)
        {
            var path = random.Next(3) == 0 ? "posts/two.md" : "posts/one.md";
            var head = random.Next(3) == 0 ? heads[random.Next(heads.Length)] : heads[0];
            preview.Site.Write(path, $"---\n{head}\n---\n{texts[random.Next(texts.Length)]} {random.Next(10)}\n");
            await preview.Server.LookAt(Path.Combine(preview.Site.SourceFolder, path));
            await Compare(preview, seen);
        }
    }

    [Fact]
    public void A_second_start_reads_what_the_first_has_parsed()
    {
        using var site = Plain.Site();
        var cache = Path.Combine(site.SourceFolder, ".sitegen/cache/sources");
        Assert.Contains("First body.", PageOf(site), StringComparison.Ordinal);
        var before = File.ReadAllBytes(cache);
        Assert.Contains("First body.", PageOf(site), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(cache));
        site.Edit("posts/one.md", "First", "Another");
        Assert.Contains("Another body.", PageOf(site), StringComparison.Ordinal);
        Assert.NotEqual(before, File.ReadAllBytes(cache));
    }

    private static string PageOf(TestSite site)
    {
        using var preview = new PreviewSite(
            new OptionSources(RawOptions.None.With("source", site.SourceFolder)), TestPreview.Clock, usesCache: true);
        preview.Refresh(null, CancellationToken.None);
        preview.Settle();
        Assert.NotNull(preview.State);
        return Encoding.UTF8.GetString(preview.PageFor(preview.State, "posts/one/index.html")?.Bytes ?? []);
    }
}
