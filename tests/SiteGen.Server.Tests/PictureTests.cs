using System.Net.Http.Headers;
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

    private static byte[] Picture(int size) =>
    [
        0xFF, 0xD8, 0xFF, 0xFE, 0, 9, .. "PLANTED"u8, 0xFF, 0xDB, 0, 3, 1, 0xFF, 0xEC, 0, 9, .. "PLANTED"u8, 0xFF, 0xDA, 0, 3, 1,
        .. Enumerable.Range(0, size).Select(at => (byte)(at % 251)), 0xFF, 0xD9, .. "PLANTED"u8,
    ];
}
