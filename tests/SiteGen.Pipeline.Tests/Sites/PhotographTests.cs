using System.Text;
using NetVips;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Photographs come out as they were seen, whichever way the camera was held and whatever colours it knows.</summary>
public sealed class PhotographTests
{
    public static TheoryData<int, string> All
    {
        get
        {
            var all = new TheoryData<int, string>();
            foreach (var extension in s_extensions)
            {
                for (var orientation = 1; orientation <= 8; orientation++)
                {
                    all.Add(orientation, extension);
                }
            }

            return all;
        }
    }

    private static readonly string[] s_extensions = [".jpg", ".png", ".webp"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_photograph_is_published_with_the_same_pixels_and_without_what_it_tells(int orientation, string extension)
    {
        var file = SamplePicture.Photograph(orientation, extension);
        Assert.Contains(SamplePicture.Planted, Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        using var site = TestSite.From(Tiny.Theme, $"-- posts/a.md --\n![](/photo{extension})\n").Write($"static/photo{extension}", file);
        site.Build().Problems();
        foreach (var (path, bytes) in TempFolder.Contents(site.OutputFolder))
        {
            Assert.DoesNotContain(SamplePicture.Planted, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.False(path.Contains("photo-", StringComparison.Ordinal) && HasExif(bytes), path);
        }

        using var stored = Image.NewFromBuffer(file);
        using var published = Image.NewFromBuffer(TempFolder.Contents(site.OutputFolder)[$"photo{extension}"]);
        Assert.Equal(0, stored.Subtract(published).Abs().Max());
        Assert.Equal(orientation, published.Contains("orientation") ? (int)published.Get("orientation") : 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_version_of_a_photograph_stands_upright(int orientation, string extension)
    {
        const string Options = "-- sitegen.yml --\nimages: {widths: 120}\n";
        using var site = TestSite.From(Tiny.Theme, Options, $"-- posts/a.md --\n![](/photo{extension})\n")
            .Write($"static/photo{extension}", SamplePicture.Photograph(orientation, extension))
            .Build();
        using var small = SamplePicture.Gradient(240, 160).Resize(0.5);
        var versions = TempFolder.Contents(site.OutputFolder)
            .Where(file => file.Key.StartsWith("photo-120.", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(versions);
        foreach (var (_, bytes) in versions)
        {
            using var version = Image.NewFromBuffer(bytes);
            Assert.False(version.Contains("orientation") && (int)version.Get("orientation") > 1);
            Assert.Equal((120, 80), (version.Width, version.Height));
            Assert.InRange(version.Subtract(small).Abs().Avg(), 0, 2.5);
        }
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    public void On_request_the_author_stays_and_nothing_else(string extension)
    {
        using var site = TestSite.From(
            Tiny.Theme, "-- sitegen.yml --\nimages: {widths: 120, keep_credit: true}\n", $"-- posts/a.md --\n![](/photo{extension})\n")
                .Write($"static/photo{extension}", SamplePicture.Photograph(6, extension))
                .Build();
        site.Problems();
        var pictures = TempFolder.Contents(site.OutputFolder)
            .Where(file => file.Key.StartsWith("photo", StringComparison.Ordinal))
            .ToArray();
        Assert.True(pictures.Length >= 2);
        foreach (var (path, bytes) in pictures)
        {
            using var image = Image.NewFromBuffer(bytes);
            Assert.StartsWith(SamplePicture.Planted, image.Get("exif-ifd0-Artist") as string, StringComparison.Ordinal);
            var said = image.GetFields().Where(name => name.StartsWith("exif-ifd", StringComparison.Ordinal));
            Assert.DoesNotContain(said, name => name.StartsWith("exif-ifd3", StringComparison.Ordinal));
            Assert.DoesNotContain("exif-ifd2-BodySerialNumber", said);
            Assert.Equal(path.StartsWith("photo-", StringComparison.Ordinal) ? (120, 80) : (160, 240), (image.Width, image.Height));
        }
    }

    [Theory]
    [InlineData("p3")]
    [InlineData("cmyk")]
    public void Colours_of_a_wide_gamut_come_out_as_they_were_seen(string profile)
    {
        // The colours in the middle of sRGB, in a file that says so in other numbers.
        using var picture = SamplePicture.Gradient(300, 200).Linear([0.5], [64.0]).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
        var file = picture.IccTransform(profile, inputProfile: "srgb")
            .JpegsaveBuffer(q: 98, subsampleMode: Enums.ForeignSubsample.Off, profile: profile);
        using var site = TestSite.From(Tiny.Theme, "-- sitegen.yml --\nimages: {quality: 98}\n-- posts/a.md --\n![](/photo.jpg)\n")
            .Write("static/photo.jpg", file)
            .Build();
        site.Problems();
        var version = TempFolder.Contents(site.OutputFolder).Single(one => one.Key.EndsWith(".webp", StringComparison.Ordinal)).Value;
        using var shown = Image.NewFromBuffer(version);
        Assert.Equal(3, shown.Bands);
        using var difference = shown.DE00(picture);
        Assert.InRange(difference.Avg(), 0, 2);
    }

    private static bool HasExif(byte[] bytes)
    {
        using var image = Image.NewFromBuffer(bytes);
        return image.Contains("exif-data") || image.Contains("xmp-data") || image.Contains("iptc-data");
    }
}
