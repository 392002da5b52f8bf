using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Images;
using SiteGen.Text;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>What decides of which pictures versions are made, which ones, and what their bytes are.</summary>
internal sealed class ImageSettings
{
    /// <summary>The narrowest picture of which versions are made: below are icons.</summary>
    public const int SmallestWidth = 65;

    /// <summary>The most pixels that are decoded: a panorama of 250 megapixels takes a gigabyte.</summary>
    public const long MostPixels = 250_000_000;

    private readonly SiteOptions _options;
    private readonly Lazy<Fingerprint> _fingerprint;

    /// <summary>The settings of a build.</summary>
    /// <param name="options">The options.</param>
    /// <param name="font">The font of cards; null for none.</param>
    public ImageSettings(SiteOptions options, CardFont? font = null)
    {
        _options = options;
        Library = new ImageLibrary(options.ImageLibraryPath, options.Theme.CardFont is { IsOfMachine: true });
        Drawings = new DrawingSettings(options, Library, font ?? CardFont.None);
        _fingerprint = new Lazy<Fingerprint>(
            () => Fingerprint.Compute("images").And(ImageEncoder.Revision).And(Library.Version).And(Options.Quality)
                .And(Options.KeepsCredit ? 1 : 0).And(Options.Widths[^1]),
            LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The options.</summary>
    public ImageOptions Options => _options.Images;

    /// <summary>Whether another library was asked for than that of the program.</summary>
    public bool IsOtherLibrary => _options.ImageLibraryPath is not null;

    /// <summary>The library.</summary>
    public ImageLibrary Library { get; }

    /// <summary>What decides about drawn pictures: cards and icons.</summary>
    public DrawingSettings Drawings { get; }

    /// <summary>Fingerprint of all that the bytes of a version depend on, beside the picture and the version. Loads the library.</summary>
    public Fingerprint Fingerprint => _fingerprint.Value;

    /// <summary>Whether there may be versions of a picture, as far as its header tells.</summary>
    public bool IsFor(RasterImage? image) => IsFor(Options, image);

    /// <summary>The format that a picture keeps. HEIC, which browsers do not show, becomes JPEG; GIF becomes PNG.</summary>
    public static RasterFormat OwnFormat(RasterImage image) => image.Format switch
    {
        RasterFormat.Heic => RasterFormat.Jpeg,
        RasterFormat.Gif => RasterFormat.Png,
        var same => same,
    };

    /// <summary>The formats that a page offers a picture in, the smallest first and that of the picture last.</summary>
    public ImmutableArray<RasterFormat> FormatsOf(RasterImage image)
    {
        var own = OwnFormat(image);
        var formats = Options.Formats.Select(format => format switch
        {
            VariantFormat.Avif => RasterFormat.Avif,
            VariantFormat.Webp => RasterFormat.Webp,
            _ => own,
        });
        return [.. formats.Distinct().OrderBy(format => format == RasterFormat.Avif ? 0 : format == RasterFormat.Webp ? 1 : 2)];
    }

    /// <summary>The widths that a page offers a picture in, in ascending order; none that is nearly the widest.</summary>
    public IEnumerable<int> WidthsOf(RasterImage image)
    {
        var widest = Math.Min(image.Size.Width, Options.Widths[^1]);
        return Options.Widths.Where(width => width * 10L <= widest * 9L).Append(widest);
    }

    /// <summary>Whether a version is the picture as it is, which is not encoded once more.</summary>
    public static bool IsItself(RasterImage image, ImageVariant variant) =>
        !variant.IsCropped && variant.Format == image.Format && variant.Width == image.Size.Width;

    /// <summary>The version that is published in the place of a picture; null when the picture is published itself.</summary>
    /// <param name="options">The options of the site.</param>
    /// <param name="image">What is known of the picture.</param>
    public static ImageVariant? InPlaceOf(ImageOptions options, RasterImage? image) =>
        image is not null && !options.KeepsOriginal && IsFor(options, image)
        && image.Size.Width > options.Widths[^1] && OwnFormat(image) == image.Format
            ? ImageVariant.OfWidth(image.Size, options.Widths[^1], image.Format)
            : null;

    private static bool IsFor(ImageOptions options, RasterImage? image) =>
        options.IsOn && image is { IsStill: true, Format: not RasterFormat.Avif } && image.Size.Width >= SmallestWidth;

    /// <summary>The versions of a picture in one format, in ascending order of their widths.</summary>
    public IEnumerable<ImageVariant> VariantsOf(RasterImage image, RasterFormat format) =>
        WidthsOf(image).Select(width => ImageVariant.OfWidth(image.Size, width, format));

    /// <summary>Every version of a picture that a page offers by itself.</summary>
    public IEnumerable<ImageVariant> VariantsOf(RasterImage image) =>
        FormatsOf(image).SelectMany(format => VariantsOf(image, format)).Where(variant => !IsItself(image, variant));
}
