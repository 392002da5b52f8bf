using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Images;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.ImageProcessing;

public sealed class ImageEncoderTests
{
    private static readonly ImageOptions s_options = new() { Widths = [60, 100] };

    [Fact]
    public void A_version_has_the_same_bytes_whichever_others_are_made_with_it()
    {
        var file = SamplePicture.Jpeg(300, 200);
        var image = ImageOf(file, new ImageSize(300, 200));
        ImageVariant[] all =
        [
            .. new[] { 20, 60, 100, 250 }.Select(width => ImageVariant.OfWidth(image.Size, width, RasterFormat.Webp)),
            ImageVariant.OfWidth(image.Size, 60, RasterFormat.Jpeg), ImageVariant.Cropped(image.Size, 90, 40, RasterFormat.Png),
        ];
        var together = ImageEncoder.Encode(file, image, all, s_options)!;
        for (var i = 0; i < all.Length; i++)
        {
            Assert.Equal(together[i], ImageEncoder.Encode(file, image, [all[i]], s_options)![0]);
        }
    }

    [Fact]
    public void Damage_anywhere_is_no_worse_than_a_picture_that_is_not_made()
    {
        byte[][] files =
            [SamplePicture.Jpeg(90, 70), SamplePicture.Png(90, 70), SamplePicture.Webp(90, 70), SamplePicture.Photograph(6, ".jpg")];
        Fuzz.Run(200, random =>
        {
            var file = (byte[])files[random.Next(files.Length)].Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            file = random.Next(4) == 0 ? file[..random.Next(1, file.Length)] : file;
            var size = ImageFile.SizeOf(file);
            if (size is { Width: < 10_000, Height: < 10_000 } known)
            {
                var image = ImageOf(file, known);
                ImageEncoder.Probe(file, known);
                ImageEncoder.Encode(file, image, [ImageVariant.OfWidth(known, 40, RasterFormat.Webp)], s_options);
            }
        });
    }

    [Theory]
    [InlineData(300, 200, 100, 100, 67)]
    [InlineData(300, 200, 800, 300, 200)]
    [InlineData(30_000, 1, 480, 480, 1)]
    [InlineData(1, 30_000, 480, 1, 8191)]
    [InlineData(1000, 30_000, 480, 273, 8190)]
    public void A_version_keeps_the_proportions_and_is_no_larger(int width, int height, int wanted, int expectedWidth, int expectedHeight)
    {
        var variant = ImageVariant.OfWidth(new ImageSize(width, height), wanted, RasterFormat.Jpeg);
        Assert.Equal((expectedWidth, expectedHeight), (variant.Width, variant.Height));
        Assert.Equal(variant, ImageVariant.FromNumber(variant.ToNumber()));
    }

    [Theory]
    [InlineData(1600, 1200, 1200, 630, 1200, 630)]
    [InlineData(800, 600, 1200, 630, 800, 420)]
    [InlineData(800, 100, 1200, 630, 190, 100)]
    public void A_part_keeps_the_proportions_that_were_asked_for(int width, int height, int askedWidth, int askedHeight, int w, int h)
    {
        var variant = ImageVariant.Cropped(new ImageSize(width, height), askedWidth, askedHeight, RasterFormat.Webp);
        Assert.Equal((w, h), (variant.Width, variant.Height));
        Assert.Equal(variant, ImageVariant.FromNumber(variant.ToNumber()));
    }

    private static RasterImage ImageOf(byte[] file, ImageSize size) =>
        new(Fingerprint.Compute(file), RasterFormats.Of(file) ?? RasterFormat.Jpeg, size, isStill: true);
}
