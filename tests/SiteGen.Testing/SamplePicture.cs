using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NetVips;
using SiteGen.Pipeline.ImageProcessing;

namespace SiteGen.Testing;

/// <summary>Pictures made by the library itself, the same in every run.</summary>
public static class SamplePicture
{
    private static readonly ImageLibrary s_library = new(null);

    /// <summary>Starts the library before any code of its binding is compiled, which would look for it elsewhere.</summary>
    [SuppressMessage("Usage", "CA2255", Justification = "For the binding, not for callers")]
    [ModuleInitializer]
    internal static void Begin() => Start();

    /// <summary>A picture in which every pixel says where it is: red from left to right, green from top to bottom.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="blue">Its blue, which tells pictures apart.</param>
    public static Image Gradient(int width, int height, int blue = 60)
    {
        using var places = Image.Xyz(width, height);
        using var column = places[0];
        using var bands = places.Bandjoin(column);
        using var colors = bands.Linear([255.0 / Math.Max(width - 1, 1), 255.0 / Math.Max(height - 1, 1), 0], [0.0, 0, blue]);
        using var bytes = colors.Cast(Enums.BandFormat.Uchar);
        using var picture = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.CopyMemory();
    }

    /// <summary>As a JPEG file.</summary>
    public static byte[] Jpeg(int width, int height, int blue = 60)
    {
        using var picture = Gradient(width, height, blue);
        return picture.JpegsaveBuffer(q: 90);
    }

    /// <summary>As a PNG file.</summary>
    public static byte[] Png(int width, int height, int blue = 60)
    {
        using var picture = Gradient(width, height, blue);
        return picture.PngsaveBuffer();
    }

    /// <summary>As a WebP file.</summary>
    public static byte[] Webp(int width, int height, int blue = 60)
    {
        using var picture = Gradient(width, height, blue);
        return picture.WebpsaveBuffer();
    }

    /// <summary>A picture as a phone saves it: with its position, its owner, and the way in which it was held.</summary>
    /// <param name="orientation">How it is turned (Exif 2.32 §4.6.4, tag 0112), from 1 to 8.</param>
    /// <param name="extension">The format: <c>.jpg</c>, <c>.png</c> or <c>.webp</c>.</param>
    public static byte[] Photograph(int orientation, string extension)
    {
        using var picture = Gradient(240, 160);
        using var held = Turned(picture, orientation);
        using var tagged = held.Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", orientation);
            image.Set(GValue.GStrType, "exif-ifd0-Orientation", $"{orientation}");
            image.Set(GValue.GStrType, "exif-ifd0-Artist", Planted);
            image.Set(GValue.GStrType, "exif-ifd2-BodySerialNumber", Planted);
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "52/1 31/1 12/1");
            image.Set(GValue.GStrType, "exif-ifd3-GPSMapDatum", Planted);
        });
        return tagged.WriteToBuffer(extension == ".jpg" ? ".jpg[Q=90]" : extension == ".webp" ? ".webp[lossless]" : extension);
    }

    /// <summary>What stands in photographs that nobody is to read.</summary>
    public const string Planted = "PLANTED-4711";

    // As the sensor sees it, so that turning it by its orientation gives the picture back.
    private static Image Turned(Image upright, int orientation) => orientation switch
    {
        2 => upright.FlipHor(),
        3 => upright.Rot180(),
        4 => upright.FlipVer(),
        5 => Flipped(upright.Rot90()),
        6 => upright.Rot270(),
        7 => Flipped(upright.Rot270()),
        8 => upright.Rot90(),
        _ => upright.Copy(),
    };

    private static Image Flipped(Image turned)
    {
        using (turned)
        {
            return turned.FlipHor();
        }
    }

    /// <summary>Decodes a file, turned as a browser shows it.</summary>
    public static Image Decode(byte[] file)
    {
        using var stored = Image.NewFromBuffer(file, failOn: Enums.FailOn.Error);
        using var turned = stored.Autorot();
        return turned.CopyMemory();
    }

    private static void Start()
    {
        if (s_library.Version is null)
        {
            throw new InvalidOperationException($"libvips cannot be used: {s_library.Refusal ?? "it is not beside the tests"}");
        }
    }
}
