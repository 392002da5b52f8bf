using SiteGen.Pipeline.Images;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <content>What is known of an image.</content>
public sealed partial record SourceFile
{
    private const int UsualStart = 64 * 1024;

    // Cameras write previews and colour profiles before the size.
    private const int LongStart = 1024 * 1024;

    /// <summary>The displayed size of an image whose header has been read; otherwise null.</summary>
    internal ImageSize? ImageSize { get; init; }

    /// <summary>What is known of a picture that consists of pixels, when versions of it may be made; otherwise null.</summary>
    internal RasterImage? Raster { get; init; }

    /// <summary>This file with the size of the image that it holds, of which only the start is read.</summary>
    internal SourceFile WithImageSize(Utf8Buffer buffer) => this with { ImageSize = ReadImageStart(buffer, out _) };

    /// <summary>This file with all that is known of the image that it holds.</summary>
    internal SourceFile WithImage(Utf8Buffer buffer)
    {
        var size = ReadImageStart(buffer, out var start);
        if (size is not { } known || RasterFormats.Of(start.Span) is not { } format)
        {
            return this with { ImageSize = size };
        }

        // If the first megabyte does not show it, it counts as an animation.
        var isStill = RasterFormats.IsStill(format, start.Span) ?? false;
        var isWhole = start.Length == Length;
        var shown = RasterFormats.IsOnItsSide(format, start.Span) ? known.Turned : known;
        var content = isWhole ? Fingerprint.Compute(start.Span) : default;
        return isWhole || TryReadFingerprint(buffer, out content, out _)
            ? this with { ImageSize = size, Raster = new RasterImage(content, format, shown, isStill) }
            : this with { ImageSize = size };
    }

    private ImageSize? ReadImageStart(Utf8Buffer buffer, out ReadOnlyMemory<byte> start)
    {
        start = ReadStart(buffer, UsualStart) ?? default;
        var size = ImageFile.SizeOf(start.Span);
        var isCut = start.Length == UsualStart && (size is null || RasterFormats.Of(start.Span) is not { } format
            || RasterFormats.IsStill(format, start.Span) is null || (format == RasterFormat.Webp && WebpFile.HasExif(start.Span)));
        if (isCut && ReadStart(buffer, LongStart) is { } more)
        {
            start = more;
            size = ImageFile.SizeOf(more.Span);
        }

        return size;
    }
}
