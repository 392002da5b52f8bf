using System.Diagnostics;
using System.Globalization;

namespace SiteGen.Pipeline.Images;

/// <summary>A version of a picture: its size in pixels and its format.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Format">The format.</param>
/// <param name="IsCropped">Whether the edges are cut off that do not fit; otherwise the proportions are those of the picture.</param>
[DebuggerDisplay("{Name,nq} {Format}")]
internal readonly record struct ImageVariant(int Width, int Height, RasterFormat Format, bool IsCropped)
{
    /// <summary>The largest width or height, so that all four values fit into one number.</summary>
    public const int MostPixels = (1 << 13) - 1;

    private const int SizeBits = 13;

    /// <summary>What the name of its file says: <c>800</c>, or <c>1200x630</c> when it is cropped.</summary>
    public string Name => IsCropped
        ? string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}")
        : Width.ToString(CultureInfo.InvariantCulture);

    /// <summary>A version with the proportions of the picture, never wider than that.</summary>
    public static ImageVariant OfWidth(ImageSize size, int width, RasterFormat format)
    {
        width = Math.Min(Math.Min(width, size.Width), MostPixels);
        // A very tall picture becomes narrower, so that it keeps its proportions.
        width = (int)Math.Clamp((long)size.Width * MostPixels / size.Height, 1, width);
        var height = (int)Math.Clamp(((((long)size.Height * width) * 2) + size.Width) / (2L * size.Width), 1, MostPixels);
        return new ImageVariant(width, height, format, false);
    }

    /// <summary>A version of which the edges are cut off that do not fit, never larger than the picture.</summary>
    public static ImageVariant Cropped(ImageSize size, int width, int height, RasterFormat format)
    {
        // Both are made smaller by the same factor, so that the proportions stay those that were asked for.
        var scale = Math.Min(1.0, Math.Min((double)size.Width / width, (double)size.Height / height));
        return new ImageVariant(
            (int)Math.Clamp(Math.Floor(width * scale), 1, MostPixels),
            (int)Math.Clamp(Math.Floor(height * scale), 1, MostPixels),
            format,
            true);
    }

    /// <summary>The version as one number, never 0.</summary>
    public int ToNumber() => (Width << (SizeBits + 4)) | (Height << 4) | ((int)Format << 1) | (IsCropped ? 1 : 0);

    /// <summary>The version that a number stands for.</summary>
    public static ImageVariant FromNumber(int number) => new(
        (int)((uint)number >> (SizeBits + 4)),
        (number >> 4) & MostPixels,
        (RasterFormat)((number >> 1) & 7),
        (number & 1) != 0);
}
