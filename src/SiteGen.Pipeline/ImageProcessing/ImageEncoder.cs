using NetVips;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Images;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>Decodes pictures and encodes versions of them, with libvips.</summary>
/// <remarks>
/// The bytes of a version depend on the picture, the options and the library only, not on which others are made with it: so one
/// that is asked for later is the same.
/// </remarks>
internal static class ImageEncoder
{
    /// <summary>Changes with every change of this file that gives other bytes, so that versions get other names.</summary>
    public const int Revision = 1;

    // AVIF looks as good as WebP at about 20 less.
    private const int AvifAdvantage = 20;

    private const int ProbeSize = 16;

    // How long the encoders of WebP and AVIF look for a smaller file, from 0 to 6 and 9.
    private const int Effort = 4;

    // As an option of the decoder, because what 'failOn' of a thumbnail says does not reach it.
    private const string UpToItsEnd = "[fail_on=error]";

    /// <summary>Decodes a picture at a small size; never throws.</summary>
    /// <param name="source">The bytes of its file.</param>
    /// <param name="size">Its size as it is displayed.</param>
    public static ImageProbe Probe(ReadOnlySpan<byte> source, ImageSize size)
    {
        try
        {
            using var all = Decode(source, size, ProbeSize, ProbeSize);
            using var opaque = WithoutAlpha(all, out var isTransparent);
            return isTransparent ? new ImageProbe(true, null) : new ImageProbe(true, AverageOf(opaque));
        }
        catch (VipsException)
        {
            return ImageProbe.Unreadable;
        }
    }

    /// <summary>Makes versions of a picture; null when it cannot be decoded.</summary>
    /// <param name="source">The bytes of its file.</param>
    /// <param name="image">What is known of it.</param>
    /// <param name="variants">The versions.</param>
    /// <param name="options">How they are made.</param>
    public static byte[][]? Encode(
        ReadOnlySpan<byte> source, RasterImage image, IReadOnlyList<ImageVariant> variants, ImageOptions options)
    {
        try
        {
            // Decoded once, at the largest of the usual widths; the smaller ones are made of that.
            var middle = ImageVariant.OfWidth(image.Size, options.Widths[^1], image.Format);
            using var decoded = variants.Any(variant => IsMadeOf(middle, variant))
                ? Decode(source, image.Size, middle.Width, middle.Height)
                : null;
            var made = new byte[variants.Count][];
            for (var i = 0; i < made.Length; i++)
            {
                using var picture = decoded is not null && IsMadeOf(middle, variants[i])
                    ? Resized(decoded, variants[i])
                    : DecodeCropped(source, image.Size, variants[i]);
                using var published = options.KeepsCredit ? WithCreditOnly(picture) : picture.Copy();
                made[i] = Encode(published, source, variants[i].Format, options);
            }

            return made;
        }
        catch (VipsException)
        {
            return null;
        }
    }

    private static bool IsMadeOf(ImageVariant middle, ImageVariant variant) =>
        !variant.IsCropped && variant.Width <= middle.Width && variant.Height <= middle.Height;

    private static Image Resized(Image middle, ImageVariant variant) => variant.Width == middle.Width && variant.Height == middle.Height
        ? middle.Copy()
        : middle.ThumbnailImage(variant.Width, height: variant.Height, size: Enums.Size.Force);

    // The middle of the picture, as large as it fits.
    private static Image DecodeCropped(ReadOnlySpan<byte> source, ImageSize size, ImageVariant variant)
    {
        if (!variant.IsCropped)
        {
            return Decode(source, size, variant.Width, variant.Height);
        }

        var scale = Math.Max((double)variant.Width / size.Width, (double)variant.Height / size.Height);
        var (width, height) = (
            Math.Max(variant.Width, (int)Math.Round(size.Width * scale)), Math.Max(variant.Height, (int)Math.Round(size.Height * scale)));
        using var whole = Decode(source, size, width, height);
        return whole.ExtractArea((width - variant.Width) / 2, (height - variant.Height) / 2, variant.Width, variant.Height);
    }

    // In memory, because a picture that is read in order can be read once only. Turned upright, and in sRGB with 8 bits.
    private static Image Decode(ReadOnlySpan<byte> source, ImageSize size, int width, int height)
    {
        var isAsStored = IsAsStored(source, size);
        using var file = Source.NewFromMemory(source);
        using var small = Image.ThumbnailSource(
            file,
            width,
            optionString: UpToItsEnd,
            height: height,
            size: Enums.Size.Force,
            noRotate: isAsStored,
            outputProfile: "srgb");
        if (small.Format == Enums.BandFormat.Uchar && small.Interpretation == Enums.Interpretation.Srgb)
        {
            return small.CopyMemory();
        }

        using var converted = small.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = converted.Cast(Enums.BandFormat.Uchar);
        return bytes.CopyMemory();
    }

    // Exif near the end of a large file was not read; pages then reserve space for the unrotated picture.
    private static bool IsAsStored(ReadOnlySpan<byte> source, ImageSize size)
    {
        using var file = Source.NewFromMemory(source);
        using var header = Image.NewFromSource(file);
        return header.Width != header.Height && header.Width == size.Width && header.Height == size.Height
            && header.Contains("orientation") && (int)header.Get("orientation") >= 5;
    }

    // Keeps only the author and the copyright (Exif 2.32 §4.6.5, tags 013B and 8298).
    private static Image WithCreditOnly(Image picture)
    {
        using var pixels = Image.NewFromMemory(
            picture.WriteToMemory<byte>(), picture.Width, picture.Height, picture.Bands, Enums.BandFormat.Uchar);
        using var bare = pixels.Copy(interpretation: Enums.Interpretation.Srgb);
        return bare.Mutate(image =>
        {
            foreach (var name in (ReadOnlySpan<string>)["exif-ifd0-Artist", "exif-ifd0-Copyright"])
            {
                if (picture.Contains(name))
                {
                    image.Set(GValue.GStrType, name, picture.Get(name));
                }
            }
        });
    }

    private static byte[] Encode(Image picture, ReadOnlySpan<byte> source, RasterFormat format, ImageOptions options)
    {
        var keep = options.KeepsCredit ? Enums.ForeignKeep.Exif : Enums.ForeignKeep.None;
        var isDrawn = HasPalette(source);
        return format switch
        {
            RasterFormat.Webp when isDrawn => picture.WebpsaveBuffer(lossless: true, effort: Effort, keep: keep),
            RasterFormat.Webp => picture.WebpsaveBuffer(q: options.Quality, effort: Effort, keep: keep),
            RasterFormat.Avif => picture.HeifsaveBuffer(
                q: Math.Max(options.Quality - AvifAdvantage, 1),
                compression: Enums.ForeignHeifCompression.Av1,
                effort: Effort,
                bitdepth: 8,
                keep: keep),
            RasterFormat.Png => picture.PngsaveBuffer(compression: 9, palette: isDrawn, keep: keep),
            _ => picture.JpegsaveBuffer(q: options.Quality, optimizeCoding: true, interlace: true, keep: keep),
        };
    }

    // A picture of few colours is a drawing or a screenshot, in which lossy compression shows (PNG §11.2.1, colour type 3; GIF).
    private static bool HasPalette(ReadOnlySpan<byte> source) => RasterFormats.Of(source) switch
    {
        RasterFormat.Png => source.Length > 25 && source[25] == 3,
        RasterFormat.Gif => true,
        _ => false,
    };

    private static Image WithoutAlpha(Image image, out bool isTransparent)
    {
        isTransparent = false;
        if (!image.HasAlpha())
        {
            return image.Copy();
        }

        using var alpha = image.ExtractBand(image.Bands - 1);
        isTransparent = alpha.Min() < byte.MaxValue;
        return image.ExtractBand(0, image.Bands - 1);
    }

    private static AverageColor AverageOf(Image image)
    {
        var sums = new double[3];
        for (var band = 0; band < sums.Length; band++)
        {
            using var channel = image.ExtractBand(Math.Min(band, image.Bands - 1));
            sums[band] = channel.Avg();
        }

        return new AverageColor((byte)Math.Round(sums[0]), (byte)Math.Round(sums[1]), (byte)Math.Round(sums[2]));
    }
}
