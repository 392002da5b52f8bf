using System.Buffers.Binary;
using SiteGen.Pipeline.Images.Metadata;

namespace SiteGen.Pipeline.Images;

/// <summary>Portable Network Graphics (W3C PNG, third edition, §5.3 and §11.2.1).</summary>
internal static class PngFile
{
    private const int Signature = 8;

    /// <summary>Whether a file holds one image only; an animated one says so before its image data (§11.3.4.1, acTL).</summary>
    public static bool? IsStill(ReadOnlySpan<byte> bytes)
    {
        for (var at = (long)Signature; bytes.Length - at >= 12; at += 12 + BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]))
        {
            var kind = bytes.Slice((int)at + 4, 4);
            if (kind.SequenceEqual("IDAT"u8) || kind.SequenceEqual("acTL"u8))
            {
                return kind[0] == 'I';
            }
        }

        return null;
    }

    /// <summary>Whether Exif in front of the image data says that it lies on its side (§11.3.4.5, eXIf).</summary>
    public static bool IsOnItsSide(ReadOnlySpan<byte> bytes)
    {
        for (var at = (long)Signature; bytes.Length - at >= 12; at += 12 + BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]))
        {
            var kind = bytes.Slice((int)at + 4, 4);
            if (kind.SequenceEqual("eXIf"u8))
            {
                return ExifFields.IsOnItsSide(bytes[((int)at + 8)..]);
            }

            if (kind.SequenceEqual("IDAT"u8))
            {
                break;
            }
        }

        return false;
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
