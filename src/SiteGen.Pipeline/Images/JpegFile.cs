using System.Buffers.Binary;
using SiteGen.Pipeline.Images.Metadata;

namespace SiteGen.Pipeline.Images;

/// <summary>JPEG (ITU-T T.81, annex B), rotated by its Exif orientation (Exif 2.32 §4.6.4, tag 0112).</summary>
internal static class JpegFile
{
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes)
    {
        var fields = ExifFields.None;
        var at = 2;
        while (NextMarker(bytes, ref at) is { } marker && bytes.Length - at >= 2)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            var segment = bytes[Math.Min(at + 2, bytes.Length)..Math.Min(at + Math.Max((int)length, 2), bytes.Length)];
            if (IsFrame(marker))
            {
                var size = segment.Length < 5
                    ? null
                    : ImageSize.Create(
                        BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[1..]));
                return fields.Orientation >= 5 ? size?.Turned : size;
            }

            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8))
            {
                var window = new ByteWindow(segment);
                fields = fields.Or(ExifFields.Read(ref window, 6, segment.Length, withCredit: false));
            }

            at += Math.Max((int)length, 2);
        }

        return null;
    }

    // Null at the image data, and where there is no marker.
    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at + 1 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            at += marker == 0xFF ? 1 : 2;
            if (marker is 0xD9 or 0xDA or 0x00)
            {
                return null;
            }

            // Fill bytes, and markers without a segment.
            if (marker is not (0xFF or 0x01 or (>= 0xD0 and <= 0xD8)))
            {
                return marker;
            }
        }

        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
