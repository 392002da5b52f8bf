using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>Pictures are served as they are published: without their metadata.</summary>
public sealed class PictureTests
{
    private static readonly string[] s_names = ["small.jpg", "large.jpg", "page.html"];

    [Fact]
    public async Task Law_7_a_picture_is_served_as_it_is_built_whole_and_in_parts()
    {
        var site = TestSite.From("-- posts/one.md --\nOne\n");
        foreach (var name in s_names)
        {
            site.Write("static/" + name, Picture(name == "large.jpg" ? 400_000 : 100));
        }

        var built = TempFolder.Contents(site.Build().Problems().OutputFolder);
        await using var preview = await TestPreview.Start(site);
        foreach (var name in s_names.Take(2))
        {
            Assert.Equal(built[name], await preview.Client.GetByteArrayAsync("/" + name));
            var parts = new List<byte>();
            for (var step = built[name].Length / 7; parts.Count < built[name].Length;)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "/" + name);
                request.Headers.Range = new RangeHeaderValue(parts.Count, parts.Count + step);
                parts.AddRange(await (await preview.Client.SendAsync(request)).Content.ReadAsByteArrayAsync());
            }

            Assert.Equal(built[name], parts);
        }

        Assert.DoesNotContain("PLANTED", await preview.Get("/page.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("images: {keep_original: false, formats: [avif, original], widths: [100, 300]}\n")]
    public async Task Law_7_versions_of_a_picture_are_made_when_they_are_asked_for_with_the_bytes_of_a_build(string options)
    {
        var site = TestSite.From($"-- sitegen.yml --\n{options}-- posts/a.md --\n![](/sea.jpg)\n\n![](/small.png)\n");
        site.Write("static/sea.jpg", SamplePicture.Jpeg(1500, 900)).Write("static/small.png", SamplePicture.Png(200, 100));
        var built = TempFolder.Contents(site.Build().Problems().OutputFolder);
        await using var preview = await TestPreview.Start(site);
        var pictures = built.Where(file => file.Key.StartsWith('s') && !file.Key.Contains("sitemap", StringComparison.Ordinal));
        Assert.True(pictures.Count() >= 5);
        foreach (var (path, bytes) in pictures)
        {
            Assert.Equal(bytes, await preview.Client.GetByteArrayAsync("/" + path));
        }

        var page = Encoding.UTF8.GetString(built["posts/a/index.html"]);
        Assert.Contains(SourceSet(page), await preview.Get("/posts/a/"), StringComparison.Ordinal);
        var version = pictures.First(file => file.Key.EndsWith("jpg", StringComparison.Ordinal) && file.Key.Contains('-')).Key;
        string[] others =
        [
            version.Replace(".jpg", ".png", StringComparison.Ordinal), version.Replace("sea-", "sea-1", StringComparison.Ordinal),
            $"x{version}", version[..4] + "9x9" + version[4..],
        ];
        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await preview.Client.GetAsync("/" + other)).StatusCode);
        }
    }

    private static string SourceSet(string page) =>
        page[page.IndexOf("<picture", StringComparison.Ordinal)..page.IndexOf("</picture", StringComparison.Ordinal)];

    private static byte[] Picture(int size) =>
    [
        0xFF, 0xD8, 0xFF, 0xFE, 0, 9, .. "PLANTED"u8, 0xFF, 0xDB, 0, 3, 1, 0xFF, 0xEC, 0, 9, .. "PLANTED"u8, 0xFF, 0xDA, 0, 3, 1,
        .. Enumerable.Range(0, size).Select(at => (byte)(at % 251)), 0xFF, 0xD9, .. "PLANTED"u8,
    ];
}
