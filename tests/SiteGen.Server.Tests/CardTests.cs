using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>Cards are drawn by a preview as by a build.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task Law_7_a_card_and_an_icon_are_served_as_they_are_built_also_after_an_edit()
    {
        var site = TestSite.From("-- posts/one.md --\n---\ntitle: One\n---\nOne\n")
            .Write("sitegen.yml", "images: {cards: true, icons: true}\ntheme: {card_font: fonts/x.ttf}\n")
            .Write("fonts/x.ttf", SampleFont.Usual)
            .Build().Problems();
        await using var preview = await TestPreview.Start(site);
        await AreAlike(TempFolder.Contents(site.OutputFolder), preview);
        var before = await preview.Client.GetByteArrayAsync("/posts/one/card.png");
        site.Edit("posts/one.md", "title: One", "title: 'Another title'");
        await preview.UntilHas("/posts/one/", "Another title");
        site.Build();
        await AreAlike(TempFolder.Contents(site.OutputFolder), preview);
        Assert.NotEqual(before, await preview.Client.GetByteArrayAsync("/posts/one/card.png"));
    }

    private static async Task AreAlike(SortedDictionary<string, byte[]> built, TestPreview preview)
    {
        var pictures = built.Where(file => file.Key.EndsWith(".png", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, pictures.Length);
        foreach (var (path, bytes) in pictures)
        {
            Assert.Equal(bytes, await preview.Client.GetByteArrayAsync("/" + path));
        }
    }
}
