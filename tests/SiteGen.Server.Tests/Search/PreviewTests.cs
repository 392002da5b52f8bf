using System.Globalization;

namespace SiteGen.Server.Tests.Search;

/// <summary>The preview serves the index that a build would write (law 7), in one file and in many.</summary>
public sealed class PreviewTests
{
    [Theory]
    [InlineData(3, "search/index.json")]
    [InlineData(1_001, "search/terms-{0}.json")]
    public async Task Build_equals_serve_after_an_edit_of_a_text_and_of_a_title(int posts, string file)
    {
        // The preview shows drafts.
        var site = Plain.Site("-- sitegen.yml --\nsearch: true\narchives: off\n").WithDrafts();
        for (var post = 3; post < posts; post++)
        {
            site.Write(string.Create(CultureInfo.InvariantCulture, $"posts/p{post}.md"), $"---\ntitle: P{post}\n---\nText {post}.\n");
        }

        await using var preview = await TestPreview.Start(site);
        var path = string.Format(CultureInfo.InvariantCulture, file, FileOf("zebra"));
        await preview.UntilHasNot(path, "zebra");
        site.Edit("posts/one.md", "First body.", "A zebra.");
        await preview.UntilHas(path, "zebra");
        Assert.Equal(site.Build().Output(path), await preview.Get(path));
        site.Edit("posts/two.md", "title: Two", "title: Zebra two");
        site.Edit("posts/one.md", "A zebra.", "No animal.");
        await preview.Until(path, index => index == site.Build().Output(path));
    }

    // FNV-1a over the first three letters, as for the first file that a browser asks for.
    private static uint FileOf(string word) =>
        word[..3].Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619)) % 251;
}
