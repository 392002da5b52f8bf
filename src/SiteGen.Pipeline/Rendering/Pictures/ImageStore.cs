using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Pictures;

/// <summary>What is made of pictures: taken from the cache on disk, or made by the library. Safe for several threads.</summary>
internal sealed class ImageStore(ImageSettings settings, ImageCacheFolder cache)
{
    /// <summary>The most bytes that a picture may have; what is larger is published as it is.</summary>
    private const int MostBytes = 256 << 20;

    /// <summary>The settings.</summary>
    public ImageSettings Settings => settings;

    /// <summary>The cache on disk.</summary>
    public ImageCacheFolder Cache => cache;

    /// <summary>Whether versions of a picture can be made; if not, and if that is worth saying, there is a problem.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="buffer">A buffer to read it into.</param>
    /// <param name="problem">Why not; null when nothing is wrong.</param>
    public bool CanOffer(SourceFile file, Utf8Buffer buffer, out Diagnostic? problem)
    {
        problem = null;
        if (file.Raster is not { } image || !settings.IsFor(image))
        {
            return false;
        }

        if (settings.Library.Version is null)
        {
            problem = Diagnostic.InFile(RenderingMessages.NoImageLibrary(
                settings.Library.Refusal, ImageLibrary.FileName, settings.Options.HasCards || settings.Options.HasIcons), "");
            return false;
        }

        problem = image.Pixels > ImageSettings.MostPixels || file.Length > MostBytes
            ? Diagnostic.InFile(RenderingMessages.PictureTooLarge(image.Size.Width, image.Size.Height), file.Path)
            : ProbeOf(file, image, buffer).IsReadable ? null
            : Diagnostic.InFile(RenderingMessages.UnreadablePicture(image.Format == RasterFormat.Heic), file.Path);
        return problem is null;
    }

    /// <summary>The version that is published in the place of a picture; null when that is published itself.</summary>
    public VariantRoute? InPlaceOf(CopyRoute copy, Utf8Buffer buffer) =>
        copy is { IsReplaced: true, File: { Raster: { } image } } && ImageSettings.InPlaceOf(settings.Options, image) is { } variant
        && CanOffer(copy.File, buffer, out _)
            ? VariantRoutes.Create(copy, image, variant, settings.Fingerprint)
            : null;

    /// <summary>What decoding a picture shows.</summary>
    public ImageProbe ProbeOf(SourceFile file, RasterImage image, Utf8Buffer buffer)
    {
        if (image.Probe is { } known)
        {
            return known;
        }

        var key = ProbeKeyOf(image);
        if (cache.Read(key) is { } kept && ImageProbe.FromBytes(kept) is { } remembered)
        {
            return image.Keep(remembered);
        }

        var probe = file.Read(buffer, MostBytes, out _) is { } bytes ? ImageEncoder.Probe(bytes.Span, image.Size) : ImageProbe.Unreadable;
        cache.Write(key, probe.ToBytes());
        return image.Keep(probe);
    }

    /// <summary>Under which key the cache has what decoding a picture has shown; null when it was not decoded.</summary>
    public Fingerprint? ProbeKeyOf(SourceFile file) => file.Raster is { Probe: not null } image ? ProbeKeyOf(image) : null;

    private Fingerprint ProbeKeyOf(RasterImage image) =>
        Fingerprint.Compute("probe").And(image.Content).And(settings.Library.Version).And(ImageEncoder.Revision);

    /// <summary>The bytes of a version; those of the picture itself when it cannot be made after all.</summary>
    /// <param name="route">The version.</param>
    /// <param name="buffer">A buffer to read the picture into.</param>
    /// <param name="problem">Why it could not be made.</param>
    public byte[]? BytesOf(VariantRoute route, Utf8Buffer buffer, out Diagnostic? problem)
    {
        problem = null;
        return cache.Read(route.Key) ?? Make(route.File, [route], buffer, out problem)?[0];
    }

    /// <summary>Makes versions of one picture, and keeps them; null when it cannot be decoded.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="routes">The versions.</param>
    /// <param name="buffer">A buffer to read it into.</param>
    /// <param name="problem">Why they could not be made.</param>
    public byte[][]? Make(SourceFile file, IReadOnlyList<VariantRoute> routes, Utf8Buffer buffer, out Diagnostic? problem)
    {
        var made = file.Raster is { } image && file.Read(buffer, MostBytes, out _) is { } bytes
            ? ImageEncoder.Encode(bytes.Span, image, [.. routes.Select(route => route.Variant)], settings.Options)
            : null;
        problem = made is null ? Diagnostic.InFile(RenderingMessages.UnreadablePicture(isHeic: false), file.Path) : null;
        for (var i = 0; i < made?.Length; i++)
        {
            cache.Write(routes[i].Key, made[i]);
        }

        return made;
    }
}
