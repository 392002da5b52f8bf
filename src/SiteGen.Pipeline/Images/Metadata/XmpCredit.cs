namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>The names of the authors and owners in an XMP packet (ISO 16684-1 §7; Dublin Core).</summary>
internal static class XmpCredit
{
    // A packet in the segment of a JPEG, which is larger than what other programs write for a photograph.
    private const int LongestPacket = 1 << 16;

    /// <summary>The prefix of an XMP packet in a JPEG segment (XMP part 3 §1.1.3).</summary>
    public static ReadOnlySpan<byte> JpegPrefix => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>Reads creator and rights from a packet in a file.</summary>
    public static ExifFields Read(ref ByteWindow window, long at, long end) =>
        Read(window.Copy(at, (int)Math.Clamp(end - at, 0, LongestPacket)));

    private static ExifFields Read(ReadOnlySpan<byte> packet) =>
        new(0, FirstOf(packet, "<dc:creator"u8, "</dc:creator"u8), FirstOf(packet, "<dc:rights"u8, "</dc:rights"u8));

    // The text of the first list item in an element.
    private static byte[] FirstOf(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing)
    {
        var from = packet.IndexOf(opening);
        if (from < 0)
        {
            return [];
        }

        var element = packet[from..];
        var to = element.IndexOf(closing);
        element = to < 0 ? [] : element[..to];
        var item = element.IndexOf("<rdf:li"u8);
        var text = item < 0 ? [] : element[item..];
        text = text[(text.IndexOf((byte)'>') + 1)..];
        var end = text.IndexOf((byte)'<');
        return end < 0 ? [] : Decoded(text[..end]);
    }

    private static byte[] Decoded(ReadOnlySpan<byte> text)
    {
        var decoded = System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(text));
        return ExifFields.Trimmed(System.Text.Encoding.UTF8.GetBytes(decoded));
    }
}
