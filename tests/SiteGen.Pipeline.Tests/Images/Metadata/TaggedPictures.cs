using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SiteGen.Pipeline.Images.Metadata;

namespace SiteGen.Pipeline.Tests.Images.Metadata;

/// <summary>Small pictures with everything that must not be published, and the same pictures as they are to be published.</summary>
/// <remarks>What must not be published has "PLANTED" in it; each picture is 8 by 16 pixels.</remarks>
internal static class TaggedPictures
{
    public const string Planted = "PLANTED";

    private const string Xmp = "<x:xmpmeta><rdf:Description tiff:Orientation='6' note='PLANTED-XMP'><dc:creator><rdf:Seq>"
        + "<rdf:li>Ada &amp; Bob</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt>"
        + "<rdf:li xml:lang='x-default'>Free</rdf:li></rdf:Alt></dc:rights>"
        + "</rdf:Description></x:xmpmeta>";

    /// <summary>The three formats.</summary>
    public static IEnumerable<(string Name, byte[] Tagged, byte[] Clean)> All(int orientation) =>
    [
        ("a.jpg", Jpeg(orientation), CleanJpeg(TaggedTiff.Minimal(orientation))),
        ("b.jpg", Jpeg(orientation, isProgressive: true), CleanJpeg(TaggedTiff.Minimal(orientation), isProgressive: true)),
        ("a.png", Png(orientation), CleanPng(TaggedTiff.Minimal(orientation))),
        ("a.webp", Webp(orientation), CleanWebp(TaggedTiff.Minimal(orientation))),
    ];

    public static byte[] Jpeg(int orientation, bool isProgressive = false) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0\x01\x02\x01\0\x48\0\x48"u8, 2, 2, .. "PLANTED-JFIF"u8]),
        .. Segment(0xE0, "JFXX\0\x10PLANTED-JFXX"u8),
        0xFF, 0xFF,
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. TaggedTiff.Write(orientation)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(Xmp)]),
        .. Segment(0xE1, "http://ns.adobe.com/xmp/extension/\0PLANTED-EXTENSION"u8),
        .. Segment(0xE2, "ICC_PROFILE\0\x01\x01profile"u8),
        .. Segment(0xE2, "MPF\0PLANTED-MPF"u8),
        .. Segment(0xE4, "PLANTED-APP4"u8),
        .. Segment(0xED, "Photoshop 3.0\08BIM PLANTED-IPTC"u8),
        .. Segment(0xEE, [.. "Adobe\0\x64\0\0\0\0\0"u8, .. "PLANTED-ADOBE"u8]),
        .. Segment(0xFE, "PLANTED-COMMENT"u8),
        .. Picture(isProgressive, between: Segment(0xFE, "PLANTED-BETWEEN"u8)),
        .. "PLANTED-TRAILER"u8,
        0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0"u8, .. TaggedTiff.Write(3)]), .. Picture(false, []),
        .. "PK\x03\x04PLANTED-ARCHIVE"u8,
    ];

    public static byte[] CleanJpeg(byte[] tiff, bool isProgressive = false) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, "JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"u8),
        .. tiff.Length == 0 ? [] : Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]),
        .. Segment(0xE2, "ICC_PROFILE\0\x01\x01profile"u8),
        .. Segment(0xEE, "Adobe\0\x64\0\0\0\0\0"u8),
        .. Picture(isProgressive, []),
    ];

    public static byte[] Png(int orientation) =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8,
        .. Chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 16, 8, 0, 0, 0, 0]),
        .. Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
        .. Chunk("prIV", "PLANTED-PRIVATE"u8),
        .. Chunk("eXIf", TaggedTiff.Write(orientation, isBig: true)),
        .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.UTF8.GetBytes(Xmp)]),
        .. Chunk("tEXt", "Comment\0PLANTED-TEXT"u8),
        .. Chunk("tEXt", "Copyright\0Ada"u8),
        .. Chunk("zTXt", "PLANTED-ZTXT\0\0x"u8),
        .. Chunk("tIME", [7, 234, 1, 1, 1, 1, 1]),
        .. Pixels(0),
        .. Chunk("tEXt", "Comment\0PLANTED-BETWEEN"u8),
        .. Pixels(1),
        .. Chunk("IEND", []),
        .. "PLANTED-TRAILER"u8,
    ];

    public static byte[] CleanPng(byte[] tiff, string? copyright = null) =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8,
        .. Chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 16, 8, 0, 0, 0, 0]),
        .. Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
        .. tiff.Length == 0 ? [] : Chunk("eXIf", tiff),
        .. copyright is null ? [] : Chunk("tEXt", [.. "Copyright\0"u8, .. Encoding.Latin1.GetBytes(copyright)]),
        .. Pixels(0),
        .. Pixels(1),
        .. Chunk("IEND", []),
    ];

    public static byte[] Webp(int orientation) =>
    [
        .. Riff(
        [
            .. RiffChunk("VP8X", [0x2C, 0, 0, 0, 7, 0, 0, 15, 0, 0]), .. RiffChunk("ICCP", "profile"u8),
            .. RiffChunk("ABCD", "PLANTED-UNKNOWN"u8), .. RiffChunk("VP8L", Lossless),
            .. RiffChunk("EXIF", TaggedTiff.Write(orientation)), .. RiffChunk("XMP ", Encoding.UTF8.GetBytes(Xmp)),
        ]),
        .. "PLANTED-TRAILER"u8,
    ];

    public static byte[] CleanWebp(byte[] tiff) => Riff(
    [
        .. RiffChunk("VP8X", [(byte)(tiff.Length == 0 ? 0x20 : 0x28), 0, 0, 0, 7, 0, 0, 15, 0, 0]), .. RiffChunk("ICCP", "profile"u8),
        .. RiffChunk("VP8L", Lossless), .. tiff.Length == 0 ? [] : RiffChunk("EXIF", tiff),
    ]);

    /// <summary>A JPEG with so many bytes more in its first scan.</summary>
    public static byte[] Larger(byte[] jpeg, int more)
    {
        var scan = new byte[more];
        new Random(more).NextBytes(scan);
        for (var at = 0; at < scan.Length; at++)
        {
            scan[at] = at > 0 && scan[at - 1] == 0xFF ? (byte)0 : at + 1 == scan.Length ? (byte)1 : scan[at];
        }

        var start = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA, 0, 8]) + 10;
        return [.. jpeg[..start], .. scan, .. jpeg[start..]];
    }

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        byte[] chunk = [0, 0, 0, 0, .. named, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Compute(named));
        return chunk;
    }

    public static byte[] Riff(ReadOnlySpan<byte> chunks)
    {
        byte[] file = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    public static byte[] RiffChunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(name), 0, 0, 0, 0, .. content];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), content.Length);
        return content.Length % 2 == 0 ? chunk : [.. chunk, 0];
    }

    // 8 by 16 grey pixels (RFC 9649 §3), an odd number of bytes.
    private static byte[] Lossless => Convert.FromHexString("2F07C003000750C00216B0FF8188E87F00");

    // One grey picture of two blocks: a code of one bit for "no difference", one for "nothing else in this block".
    private static byte[] Picture(bool isProgressive, byte[] between)
    {
        byte[] tables =
        [
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(isProgressive ? (byte)0xC2 : (byte)0xC0, [8, 0, 16, 0, 8, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
            .. Segment(0xDD, [0, 1]),
        ];
        byte[] direct = [.. Segment(0xDA, [1, 1, 0, 0, (byte)(isProgressive ? 0 : 63), 0]), 0x3F, 0xFF, 0xD0, 0x3F];
        byte[] more = [.. between, .. Segment(0xDA, [1, 1, 0, 1, 63, 0]), 0x7F, 0xFF, 0xD0, 0x7F, 0xFF, 0xFF, 0xD9];
        return isProgressive ? [.. tables, .. direct, .. more] : [.. tables, .. direct, .. between, 0xFF, 0xD9];
    }

    // Half of the rows each, as two chunks of one stream.
    private static byte[] Pixels(int half)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            zlib.Write(new byte[9 * 16]);
        }

        var bytes = packed.ToArray();
        return Chunk("IDAT", half == 0 ? bytes.AsSpan(0, 40) : bytes.AsSpan(40));
    }
}
