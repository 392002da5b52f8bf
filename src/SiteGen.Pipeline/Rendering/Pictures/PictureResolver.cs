using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Pictures;

/// <summary>Finds what a page offers of a picture, and records that it does.</summary>
internal sealed class PictureResolver(PageScope scope, ImageStore images)
{
    /// <summary>The widest and the highest version that a template may ask for.</summary>
    public const int MostPixels = ImageVariant.MostPixels / 2;

    // The width of the built-in theme's column, and its margins on both sides together, in rem.
    private const string UsualColumn = "34rem";
    private const double Margin = 3;
    private const double PixelsPerRem = 16;

    private readonly Utf8Buffer _buffer = new();

    private ImageSettings Settings => images.Settings;

    /// <summary>The family of the font that cards are written with; null when there is none.</summary>
    public string? CardFont => Settings.Drawings.Font.Family;

    /// <summary>A picture in the usual widths; null when there are no versions of it.</summary>
    public Picture? Find(CopyRoute? copy)
    {
        if (ImageOf(copy) is not { } image || copy is null)
        {
            return null;
        }

        var sources = SourcesOf(copy, image, format => Settings.VariantsOf(image, format));
        return new Picture(sources, sources[^1].Variants[^1], image.Size, SizesOf(image), ColorOf(copy, image));
    }

    /// <summary>A picture at a width, and at twice that for sharp screens.</summary>
    public Picture? Resized(CopyRoute? copy, int width) =>
        Fixed(copy, (image, factor, format) => ImageVariant.OfWidth(image.Size, width * factor, format));

    /// <summary>A part of a picture, and twice as large for sharp screens.</summary>
    public Picture? Cropped(CopyRoute? copy, int width, int height) =>
        Fixed(copy, (image, factor, format) => ImageVariant.Cropped(image.Size, width * factor, height * factor, format));

    private Picture? Fixed(CopyRoute? copy, Func<RasterImage, int, RasterFormat, ImageVariant> variantOf)
    {
        if (ImageOf(copy) is not { } image || copy is null)
        {
            return null;
        }

        var sources = SourcesOf(copy, image, format => [variantOf(image, 1, format), variantOf(image, 2, format)]);
        var main = sources[^1].Variants[0];
        var sizes = string.Create(CultureInfo.InvariantCulture, $"{main.Width}px");
        return new Picture(sources, main, new ImageSize(main.Width, main.Height), sizes, ColorOf(copy, image));
    }

    private RasterImage? ImageOf(CopyRoute? copy)
    {
        if (copy?.File.Raster is not { } image || !Settings.IsFor(image))
        {
            return null;
        }

        // Even when there is nothing to offer: it may be there with another library.
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Variant, copy.File.Id, 0));
        var canOffer = images.CanOffer(copy.File, _buffer, out var problem);
        if (problem is not null && !scope.Diagnostics.Contains(problem))
        {
            scope.Diagnostics.Add(problem);
        }

        return canOffer ? image : null;
    }

    private ImmutableArray<PictureSource> SourcesOf(
        CopyRoute copy, RasterImage image, Func<RasterFormat, IEnumerable<ImageVariant>> variantsOf) =>
        [
            .. Settings.FormatsOf(image).Select(format => new PictureSource(
                [.. variantsOf(format).DistinctBy(variant => variant.Width)], variant => UrlOf(copy, image, variant))),
        ];

    private string UrlOf(CopyRoute copy, RasterImage image, ImageVariant variant)
    {
        if (ImageSettings.IsItself(image, variant) || ImageSettings.InPlaceOf(Settings.Options, image) == variant)
        {
            return scope.Urls.Link(copy.Url);
        }

        scope.Dependencies.Variant(copy.File, variant);
        return scope.Urls.Link(VariantRoutes.Create(copy, image, variant, Settings.Fingerprint).Url);
    }

    private AverageColor? ColorOf(CopyRoute copy, RasterImage image) =>
        Settings.Options.HasPlaceholders ? images.ProbeOf(copy.File, image, _buffer).Color : null;

    private string SizesOf(RasterImage image)
    {
        if (Settings.Options.Sizes is { Length: > 0 } given)
        {
            return given;
        }

        var column = scope.Options.Theme["width"] ?? UsualColumn;
        if (!column.EndsWith("rem", StringComparison.Ordinal)
            || !double.TryParse(column[..^3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var width))
        {
            return "100vw";
        }

        // A picture that is narrower than the text is not stretched.
        var widest = Math.Min(image.Size.Width, width * PixelsPerRem);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(min-width: {(widest / PixelsPerRem) + Margin:0.###}rem) {widest / PixelsPerRem:0.###}rem, calc(100vw - {Margin}rem)");
    }
}
