using System.Buffers.Binary;
using SiteGen.Pipeline.Images.Metadata;

namespace SiteGen.Pipeline.Images;

/// <summary>Portable Network Graphics (W3C PNG, third edition, §5.3 and §11.2.1).</summary>
internal static class PngFile
{
    private const int Signature = 8;

    /// <summary>Whether a file holds one image only; an animated one says so before its image data (§11.3.4.1, acTL).</summary>
    public static bool? IsStill(ReadOnlySpan<byte> bytes) =>
        FindChunk(bytes, "IDAT"u8, "acTL"u8) is >= 0 and var at ? bytes[at..].StartsWith("IDAT"u8) : null;

    /// <summary>Whether Exif before the image data says that the image is turned by a quarter (§11.3.4.5, eXIf).</summary>
    public static bool IsOnItsSide(ReadOnlySpan<byte> bytes) =>
        FindChunk(bytes, "eXIf"u8, "IDAT"u8) is >= 0 and var at && bytes[at..].StartsWith("eXIf"u8)
        && ExifFields.IsOnItsSide(bytes[(at + 4)..]);

    // The offset of the name of the first chunk with one of two names; negative when there is none.
    private static int FindChunk(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other)
    {
        for (var at = (long)Signature; bytes.Length - at >= 12; at += 12 + BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]))
        {
            var found = bytes.Slice((int)at + 4, 4);
            if (found.SequenceEqual(name) || found.SequenceEqual(other))
            {
                return (int)at + 4;
            }
        }

        return -1;
    }

    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes)
    {
        var at = Signature;
        while (bytes.Length - at >= 16)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var kind = bytes.Slice(at + 4, 4);
            if (kind.SequenceEqual("IHDR"u8))
            {
                return ImageSize.Create(
                    BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 12)..]));
            }

            // Xcode writes a chunk of its own before the first one.
            if (!kind.SequenceEqual("CgBI"u8) || length > 64)
            {
                return null;
            }

            at += 12 + (int)length;
        }

        return null;
    }
}
