using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>The icon of a site, an SVG, is published as PNG files for telephones when it is asked for.</summary>
public sealed class IconTests
{
    [Fact]
    public void The_icon_is_published_in_four_sizes()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n")
            .Write("sitegen.yml", "base_url: https://example.org/blog/\nimages: {icons: true}\n").Write(
            "templates/assets/favicon.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><rect x=\"1\" width=\"2\" height=\"4\" fill=\"red\"/></svg>")
            .Build();
        var icons = TempFolder.Contents(site.OutputFolder).Where(file => file.Key.StartsWith("assets/icon-", StringComparison.Ordinal))
            .OrderBy(file => file.Key.Length).ThenBy(file => file.Key, StringComparer.Ordinal).ToArray();
        Assert.Equal(["32", "180", "192", "512"], icons.Select(icon => icon.Key.Split('-', '.')[1]));
        foreach (var (path, bytes) in icons)
        {
            using var icon = SamplePicture.Decode(bytes);
            var size = int.Parse(path.Split('-', '.')[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((size, size), (icon.Width, icon.Height));
            Assert.Equal([255.0, 0, 0], icon.Getpoint(size / 2, size / 2)[..3]);
            // Transparent, but for the home screen of iOS.
            Assert.Equal(size == 180 ? [255.0, 255, 255] : [0.0, 0, 0, 0], icon.Getpoint(2, size / 2));
        }

        site.Has(
            "index.html",
            $"<link rel=\"icon\" href=\"/blog/{icons[0].Key}\" sizes=\"32x32\" type=\"image/png\">",
            $"<link rel=\"apple-touch-icon\" href=\"/blog/{icons[1].Key}\">");
        site.Has(
            "manifest.webmanifest",
            $"\"src\": \"/blog/{icons[2].Key}\"",
            $"\"src\": \"/blog/{icons[3].Key}\"",
            "\"sizes\": \"512x512\"");
        site.Edit("templates/assets/favicon.svg", "red", "blue").Build().HasNot(icons[0].Key).Lacks("index.html", icons[0].Key);
    }

    [Fact]
    public void Without_the_option_there_are_none()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n").Build();
        site.Lacks("index.html", "icon-").Lacks("manifest.webmanifest", "png");
        Assert.DoesNotContain(TempFolder.Contents(site.OutputFolder).Keys, path => path.EndsWith(".png", StringComparison.Ordinal));
    }
}
