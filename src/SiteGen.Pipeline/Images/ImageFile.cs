namespace SiteGen.Pipeline.Images;

/// <summary>Reads the size of an image from the start of its file.</summary>
/// <remarks>Never throws: the size of a broken, truncated or unknown file is null.</remarks>
internal static class ImageFile
{
    /// <summary>Whether a file is an image, by its extension.</summary>
    public static bool IsImage(string path) => Path.GetExtension(path).ToLowerInvariant() is
        ".heic" or ".heif" or ".png" or ".apng" or ".jpg" or ".jpeg" or ".jpe" or ".jfif" or ".gif" or ".webp" or ".avif" or ".svg";

    /// <summary>The size from the start of a file, whatever its name.</summary>
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngFile.SizeOf(bytes),
        [0xFF, 0xD8, ..] => JpegFile.SizeOf(bytes),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => GifFile.SizeOf(bytes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => WebpFile.SizeOf(bytes),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => AvifFile.SizeOf(bytes),
        _ => SvgFile.SizeOf(bytes),
    };
}
