using System.Buffers.Binary;
using System.Text;

namespace SiteGen.Pipeline.Images;

/// <summary>A font in an OpenType file: TTF, OTF, or the first one of a collection (ISO/IEC 14496-22).</summary>
/// <param name="Family">The name of its family, as style sheets write it.</param>
internal sealed record FontFile(string Family)
{
    private const int LongestName = 200;
    private const int TableRecord = 16;
    private const int NameRecord = 12;
    private const ushort Windows = 3;
    private const ushort English = 0x409;

    /// <summary>Reads a file; null when it is no font that text can be drawn with.</summary>
    /// <param name="file">Its bytes.</param>
    public static FontFile? Read(ReadOnlySpan<byte> file)
    {
        var start = IsTag(file, 0, "ttcf"u8) ? Number32(file, 12) : 0;
        var isFont = IsTag(file, start, [0, 1, 0, 0]) || IsTag(file, start, "OTTO"u8) || IsTag(file, start, "true"u8);
        // A map from characters to glyphs is what every font has, whatever its outlines are.
        return isFont && !TableOf(file, start, "cmap"u8).IsEmpty && FamilyIn(TableOf(file, start, "name"u8)) is { Length: > 0 } family
            ? new FontFile(family)
            : null;
    }

    /// <summary>Whether a file is a font that is compressed for browsers (W3C, WOFF 1.0 and 2.0).</summary>
    public static bool IsWebFont(ReadOnlySpan<byte> file) => IsTag(file, 0, "wOFF"u8) || IsTag(file, 0, "wOF2"u8);

    // Empty when it is missing or does not lie in the file.
    private static ReadOnlySpan<byte> TableOf(ReadOnlySpan<byte> file, long start, ReadOnlySpan<byte> tag)
    {
        var count = Number16(file, start + 4);
        for (var i = 0; i < count; i++)
        {
            var record = start + 12 + ((long)i * TableRecord);
            if (IsTag(file, record, tag))
            {
                return Slice(file, Number32(file, record + 8), Number32(file, record + 12));
            }
        }

        return default;
    }

    // The typographic family (16) is what fonts of more than four styles share; others have the family (1) only.
    private static string? FamilyIn(ReadOnlySpan<byte> names)
    {
        var (best, rank) = ((string?)null, 0);
        var (count, texts) = (Number16(names, 2), Number16(names, 4));
        for (var i = 0; i < count; i++)
        {
            var record = 6 + ((long)i * NameRecord);
            var found = RankOf(names, record);
            if (found > rank && TextOf(names, record, texts) is { Length: > 0 } text)
            {
                (best, rank) = (text, found);
            }
        }

        return best;
    }

    // 0 for what is no name of a family.
    private static int RankOf(ReadOnlySpan<byte> names, long record)
    {
        var kind = Number16(names, record + 6) switch { 16 => 8, 1 => 4, _ => 0 };
        var isEnglish = Number16(names, record) == Windows && Number16(names, record + 4) == English;
        return kind == 0 ? 0 : kind + (isEnglish ? 2 : 1);
    }

    private static string TextOf(ReadOnlySpan<byte> names, long record, int texts)
    {
        const ushort Macintosh = 1;
        var bytes = Slice(names, texts + (long)Number16(names, record + 10), Number16(names, record + 8));
        var text = Number16(names, record) == Macintosh
            ? Encoding.Latin1.GetString(bytes)
            : Encoding.BigEndianUnicode.GetString(bytes);
        text = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return text.Length <= LongestName ? text : "";
    }

    private static bool IsTag(ReadOnlySpan<byte> bytes, long at, ReadOnlySpan<byte> tag) => Slice(bytes, at, tag.Length).SequenceEqual(tag);

    private static ushort Number16(ReadOnlySpan<byte> bytes, long at) =>
        Slice(bytes, at, 2) is { IsEmpty: false } two ? BinaryPrimitives.ReadUInt16BigEndian(two) : (ushort)0;

    private static uint Number32(ReadOnlySpan<byte> bytes, long at) =>
        Slice(bytes, at, 4) is { IsEmpty: false } four ? BinaryPrimitives.ReadUInt32BigEndian(four) : 0;

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, long at, long length) =>
        at >= 0 && length > 0 && at + length <= bytes.Length ? bytes.Slice((int)at, (int)length) : default;
}
