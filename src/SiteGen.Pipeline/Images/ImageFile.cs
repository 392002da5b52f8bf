namespace SiteGen.Pipeline.Images;

/// <summary>Tells how large an image is from the start of its file.</summary>
/// <remarks>Never throws: of a file that is broken, cut off or no image at all nothing is said.</remarks>
internal static class ImageFile
{
    /// <summary>Whether a file is an image by its ending.</summary>
    public static bool IsImage(string path) => Path.GetExtension(path).ToLowerInvariant() is
        ".png" or ".apng" or ".jpg" or ".jpeg" or ".jpe" or ".jfif" or ".gif" or ".webp" or ".avif" or ".svg";

    /// <summary>The size that the start of a file says, whatever the file is called.</summary>
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
