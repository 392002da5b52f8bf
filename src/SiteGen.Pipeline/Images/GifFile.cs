using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images;

/// <summary>Graphics Interchange Format (GIF89a specification, §18, logical screen descriptor).</summary>
internal static class GifFile
{
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes) => bytes.Length >= 10
        ? ImageSize.Create(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : null;
}
