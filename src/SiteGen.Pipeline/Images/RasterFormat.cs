namespace SiteGen.Pipeline.Images;

/// <summary>A format of images that consist of pixels.</summary>
internal enum RasterFormat : byte
{
    /// <summary>JPEG (ITU-T T.81).</summary>
    Jpeg = 1,

    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>WebP (RFC 9649).</summary>
    Webp,

    /// <summary>Graphics Interchange Format.</summary>
    Gif,

    /// <summary>AV1 Image File Format.</summary>
    Avif,

    /// <summary>High Efficiency Image Format, as phones write it (ISO/IEC 23008-12 with HEVC).</summary>
    Heic,
}

/// <summary>What the formats are called elsewhere.</summary>
internal static class RasterFormats
{
    /// <summary>The format of a file by its first bytes, whatever its name; null for other files.</summary>
    public static RasterFormat? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => RasterFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => RasterFormat.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => RasterFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => RasterFormat.Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', ..] => RasterFormat.Avif,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', ..] => RasterFormat.Heic,
        _ => null,
    };

    /// <summary>Whether a picture has one frame only, by the start of its file; null when that does not tell.</summary>
    public static bool? IsStill(RasterFormat format, ReadOnlySpan<byte> bytes) => format switch
    {
        RasterFormat.Png => PngFile.IsStill(bytes),
        RasterFormat.Webp => WebpFile.IsStill(bytes),
        RasterFormat.Gif => GifFile.IsStill(bytes),
        _ => true,
    };

    /// <summary>Whether the size that the start of a file gives is that of an image that lies on its side.</summary>
    /// <remarks>The size of a JPEG file is the turned one already.</remarks>
    public static bool IsOnItsSide(RasterFormat format, ReadOnlySpan<byte> bytes) => format switch
    {
        RasterFormat.Png => PngFile.IsOnItsSide(bytes),
        RasterFormat.Webp => WebpFile.IsOnItsSide(bytes),
        _ => false,
    };

    /// <summary>The usual extension, without its dot.</summary>
    public static string ExtensionOf(RasterFormat format) => format switch
    {
        RasterFormat.Jpeg => "jpg",
        RasterFormat.Png => "png",
        RasterFormat.Webp => "webp",
        RasterFormat.Gif => "gif",
        RasterFormat.Avif => "avif",
        _ => "heic",
    };

    /// <summary>The media type (RFC 2046 §4.2 and the IANA registry).</summary>
    public static string MediaTypeOf(RasterFormat format) => format switch
    {
        RasterFormat.Jpeg => "image/jpeg",
        RasterFormat.Png => "image/png",
        RasterFormat.Webp => "image/webp",
        RasterFormat.Gif => "image/gif",
        RasterFormat.Avif => "image/avif",
        _ => "image/heic",
    };
}
