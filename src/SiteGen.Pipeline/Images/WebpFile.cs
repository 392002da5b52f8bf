using System.Buffers.Binary;
using SiteGen.Pipeline.Images.Metadata;

namespace SiteGen.Pipeline.Images;

/// <summary>WebP (RFC 9649 §2.5 to §2.7; RFC 6386 §9.1 for the lossy kind).</summary>
internal static class WebpFile
{
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var chunk = bytes[12..];
        var content = bytes[20..];
        return chunk.StartsWith("VP8X"u8) ? ImageSize.Create(1 + Of24Bits(content[4..]), 1 + Of24Bits(content[7..]))
            : chunk.StartsWith("VP8L"u8) ? Lossless(content)
            : chunk.StartsWith("VP8 "u8) ? Lossy(content)
            : null;
    }

    /// <summary>Whether a file holds one image only (§2.7.1, the animation flag).</summary>
    public static bool? IsStill(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 30 ? null : !bytes[12..].StartsWith("VP8X"u8) || (bytes[20] & 0x02) == 0;

    /// <summary>Whether there is Exif, which stands behind the image (§2.7.1, the Exif flag).</summary>
    public static bool HasExif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 30 && bytes[12..].StartsWith("VP8X"u8) && (bytes[20] & 0x08) != 0;

    /// <summary>Whether its Exif says that the image lies on its side, as far as these bytes tell.</summary>
    public static bool IsOnItsSide(ReadOnlySpan<byte> bytes)
    {
        // A chunk has an even length (§2.3).
        for (var at = 12L; bytes.Length - at >= 8; at += 8 + ((BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)at + 4)..]) + 1L) & ~1L))
        {
            if (bytes[(int)at..].StartsWith("EXIF"u8))
            {
                return ExifFields.IsOnItsSide(bytes[((int)at + 8)..]);
            }
        }

        return false;
    }

    private static int Of24Bits(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static ImageSize? Lossless(ReadOnlySpan<byte> content)
    {
        if (content[0] != 0x2F)
        {
            return null;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
        return ImageSize.Create(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
    }

    // The two upper bits ask for scaling, which browsers ignore.
    private static ImageSize? Lossy(ReadOnlySpan<byte> content) => content[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
        ? ImageSize.Create(
            BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF)
        : null;
}
