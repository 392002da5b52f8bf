using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing.Pictures;

/// <summary>Tells how large a picture is from the start of its file.</summary>
/// <remarks>Never throws: of a file that is broken, cut off or no picture at all nothing is said.</remarks>
internal static class PictureFile
{
    private const int UsualStart = 64 * 1024;

    // Cameras put previews and colour profiles before the size.
    private const int LongStart = 1024 * 1024;

    /// <summary>Whether a file is a picture by its ending.</summary>
    public static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is
        ".png" or ".apng" or ".jpg" or ".jpeg" or ".jpe" or ".jfif" or ".gif" or ".webp" or ".avif" or ".svg";

    /// <summary>Reads as much of a file as it takes to know its size; null when it does not say.</summary>
    public static PictureSize? SizeOf(SourceFile file, Utf8Buffer buffer)
    {
        if (file.ReadStart(buffer, UsualStart) is not { } start)
        {
            return null;
        }

        var size = SizeOf(start.Span);
        return size is null && start.Length == UsualStart && file.ReadStart(buffer, LongStart) is { } more ? SizeOf(more.Span) : size;
    }

    /// <summary>The size that the start of a file says, whatever the file is called.</summary>
    public static PictureSize? SizeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngFile.SizeOf(bytes),
        [0xFF, 0xD8, ..] => JpegFile.SizeOf(bytes),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => GifFile.SizeOf(bytes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => WebpFile.SizeOf(bytes),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => AvifFile.SizeOf(bytes),
        _ => SvgFile.SizeOf(bytes),
    };
}
