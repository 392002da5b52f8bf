using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images;

/// <summary>Graphics Interchange Format (GIF89a specification, §18, logical screen descriptor).</summary>
internal static class GifFile
{
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes) => bytes.Length >= 10
        ? ImageSize.Create(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : null;

    /// <summary>Whether a file holds one image only (§20, image descriptor); null when these bytes do not tell.</summary>
    public static bool? IsStill(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13)
        {
            return null;
        }

        var at = 13 + TableLength(bytes[10]);
        var images = 0;
        while (at < bytes.Length)
        {
            switch (bytes[at])
            {
                case 0x2C when bytes.Length - at > 10:
                    if (++images > 1)
                    {
                        return false;
                    }

                    at = AfterBlocks(bytes, at + 11 + TableLength(bytes[at + 9]));
                    break;
                case 0x21:
                    at = AfterBlocks(bytes, at + 2);
                    break;
                case 0x3B:
                    return images == 1;
                default:
                    return null;
            }
        }

        return null;
    }

    // A colour table has three bytes for each of two, four, … 256 colours.
    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int AfterBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
        {
            at += bytes[at] + 1;
        }

        return at + 1;
    }
}
