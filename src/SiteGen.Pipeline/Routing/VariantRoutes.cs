using System.Globalization;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Images;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans versions of pictures: the name of one says which it is, and is known before it is made.</summary>
/// <remarks>
/// Beside the picture, <c>harbour-800.3f2a9c1d07.webp</c> is 800 pixels wide. The digits change with the picture, with the settings
/// and with the library, so that browsers may keep it for good.
/// </remarks>
internal static class VariantRoutes
{
    private const int Digits = 10;

    /// <summary>The route of a version.</summary>
    /// <param name="picture">The route of the picture.</param>
    /// <param name="image">What is known of it.</param>
    /// <param name="variant">The version.</param>
    /// <param name="settings">Fingerprint of what else its bytes depend on.</param>
    public static VariantRoute Create(CopyRoute picture, RasterImage image, ImageVariant variant, Fingerprint settings)
    {
        var key = settings.And(image.Content).And(variant.ToNumber());
        var stem = picture.Url[..^Path.GetExtension(picture.Url).Length];
        var extension = RasterFormats.ExtensionOf(variant.Format);
        return new VariantRoute(picture.File, variant, key, $"{stem}-{variant.Name}.{key.ToString()[..Digits]}.{extension}");
    }

    /// <summary>The version whose file has a path; null when there is none.</summary>
    /// <remarks>Every version of every picture has a route, whether or not a page offers it.</remarks>
    public static VariantRoute? Find(RouteTable routes, string outputPath, ImageSettings settings)
    {
        if (!settings.Options.IsOn || Path.GetFileName(outputPath).Split('.') is not { Length: >= 3 } parts || parts[^2].Length != Digits)
        {
            return null;
        }

        var stem = outputPath[..^(parts[^1].Length + Digits + 2)];
        var dash = stem.LastIndexOf('-');
        return dash >= 0 && SizeOf(stem[(dash + 1)..]) is { } size
            ? routes.CopiesBeginningWith(stem[..dash] + ".")
                .Where(copy => settings.IsFor(copy.File.Raster))
                .Select(copy => Find(copy, size, outputPath, settings))
                .FirstOrDefault(route => route is not null)
            : null;
    }

    private static VariantRoute? Find(CopyRoute copy, (int Width, int? Height) size, string outputPath, ImageSettings settings)
    {
        if (copy.File.Raster is not { } image)
        {
            return null;
        }

        foreach (var format in (ReadOnlySpan<RasterFormat>)[RasterFormat.Webp, RasterFormat.Avif, RasterFormat.Jpeg, RasterFormat.Png])
        {
            var variant = size.Height is { } height
                ? new ImageVariant(size.Width, height, format, true)
                : ImageVariant.OfWidth(image.Size, size.Width, format);
            if (Create(copy, image, variant, settings.Fingerprint) is var route && route.OutputPath == outputPath)
            {
                return route;
            }
        }

        return null;
    }

    // '800' or '1200x630'.
    private static (int Width, int? Height)? SizeOf(string text)
    {
        var sides = text.Split('x');
        return sides.Length > 2 || PixelsOf(sides[0]) is not { } width ? null
            : sides.Length == 1 ? (width, null)
            : PixelsOf(sides[1]) is { } height ? (width, height)
            : null;
    }

    private static int? PixelsOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ImageVariant.MostPixels
            ? number
            : null;
}
