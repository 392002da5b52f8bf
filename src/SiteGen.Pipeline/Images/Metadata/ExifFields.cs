using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>What is kept of a picture's Exif fields.</summary>
/// <param name="Orientation">How the picture is turned and mirrored, 1 to 8; 0 when that is not said (tag 0112).</param>
/// <param name="Artist">The author (tag 013B); empty when not set.</param>
/// <param name="Copyright">The copyright notice (tag 8298); empty when not set.</param>
internal readonly record struct ExifFields(int Orientation, ReadOnlyMemory<byte> Artist, ReadOnlyMemory<byte> Copyright)
{
    private const int OrientationTag = 0x0112;
    private const int ArtistTag = 0x013B;
    private const int CopyrightTag = 0x8298;
    private const int EntrySize = 12;

    // A line of text; a longer one is no name.
    private const int LongestText = 1000;

    /// <summary>Whether no field is set.</summary>
    public bool SaysNothing => Orientation == 0 && Artist.IsEmpty && Copyright.IsEmpty;

    /// <summary>Whether a chunk of Exif says that the image is turned by a quarter.</summary>
    public static bool IsOnItsSide(ReadOnlySpan<byte> chunk)
    {
        var window = new ByteWindow(chunk);
        return ReadChunk(ref window, 0, chunk.Length, withCredit: false).Orientation is >= 5 and <= 8;
    }

    /// <summary>Nothing.</summary>
    public static ExifFields None => default;

    /// <summary>Reads the first directory (Exif 2.32 §4.6.2; TIFF 6.0 §2) and never another, so that loops do not matter.</summary>
    /// <param name="window">The file that it is in.</param>
    /// <param name="at">The offset of the TIFF header in the file.</param>
    /// <param name="end">The offset behind the fields.</param>
    /// <param name="withCredit">Whether artist and copyright are wanted.</param>
    public static ExifFields Read(ref ByteWindow window, long at, long end, bool withCredit)
    {
        var isBig = window.Has(at, end, "MM"u8);
        end = Math.Min(end, window.Length);
        if (end - at < 8 || (!isBig && !window.Has(at, end, "II"u8)))
        {
            return None;
        }

        var first = at + Long(window.From(at + 4, 4), isBig);
        if (first > end - 2)
        {
            return None;
        }

        var fields = None;
        var entry = first + 2;
        for (var count = Word(window.From(first, 2), isBig); count > 0 && end - entry >= EntrySize; count--, entry += EntrySize)
        {
            switch (Word(window.From(entry, 2), isBig))
            {
                case OrientationTag when fields.Orientation == 0:
                    var orientation = Word(window.From(entry + 8, 2), isBig);
                    fields = fields with { Orientation = orientation is >= 1 and <= 8 ? orientation : 0 };
                    break;
                case ArtistTag when withCredit && fields.Artist.IsEmpty:
                    fields = fields with { Artist = Text(ref window, at, end, entry, isBig) };
                    break;
                case CopyrightTag when withCredit && fields.Copyright.IsEmpty:
                    fields = fields with { Copyright = Text(ref window, at, end, entry, isBig) };
                    break;
            }
        }

        return fields;
    }

    /// <summary>Reads the fields of a chunk of a PNG or WebP: some programs write what a JPEG has before them too.</summary>
    public static ExifFields ReadChunk(ref ByteWindow window, long at, long end, bool withCredit) =>
        Read(ref window, window.Has(at, end, "Exif\0\0"u8) ? at + 6 : at, end, withCredit);

    /// <summary>These fields, with those of another place where they do not say anything.</summary>
    public ExifFields Or(ExifFields other) => new(
        Orientation == 0 ? other.Orientation : Orientation,
        Artist.IsEmpty ? other.Artist : Artist,
        Copyright.IsEmpty ? other.Copyright : Copyright);

    /// <summary>A TIFF header and a directory with these fields and no others; empty when they say nothing.</summary>
    public byte[] ToTiff()
    {
        var isTurned = Orientation is >= 2 and <= 8;
        var count = (isTurned ? 1 : 0) + (Artist.IsEmpty ? 0 : 1) + (Copyright.IsEmpty ? 0 : 1);
        if (count == 0)
        {
            return [];
        }

        var size = 8 + 2 + (count * EntrySize) + 4;
        var bytes = new byte[size + SizeOf(Artist) + SizeOf(Copyright)];
        "MM\0*\0\0\0\x08"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), (ushort)count);
        var entry = bytes.AsSpan(10);
        if (isTurned)
        {
            const int UnsignedShort = 3;
            WriteEntry(entry, OrientationTag, UnsignedShort, 1);
            BinaryPrimitives.WriteUInt16BigEndian(entry[8..], (ushort)Orientation);
            entry = entry[EntrySize..];
        }

        WriteText(bytes, ref entry, ArtistTag, Artist, size);
        WriteText(bytes, ref entry, CopyrightTag, Copyright, size + SizeOf(Artist));
        return bytes;
    }

    // Values of up to four bytes are in the entry itself; longer ones follow the directory, at an even offset.
    private static int SizeOf(ReadOnlyMemory<byte> text) => text.Length < 4 ? 0 : (text.Length + 2) & ~1;

    private static void WriteText(Span<byte> bytes, ref Span<byte> entry, int tag, ReadOnlyMemory<byte> text, int at)
    {
        if (text.IsEmpty)
        {
            return;
        }

        const int Ascii = 2;
        WriteEntry(entry, tag, Ascii, text.Length + 1);
        if (SizeOf(text) > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            text.Span.CopyTo(bytes[at..]);
        }
        else
        {
            text.Span.CopyTo(entry[8..]);
        }

        entry = entry[EntrySize..];
    }

    private static void WriteEntry(Span<byte> entry, int tag, int type, int count)
    {
        BinaryPrimitives.WriteUInt16BigEndian(entry, (ushort)tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry[2..], (ushort)type);
        BinaryPrimitives.WriteUInt32BigEndian(entry[4..], (uint)count);
    }

    // ASCII ends with a zero; Exif 3.0 has a type for UTF-8, which most programs write as ASCII.
    private static byte[] Text(ref ByteWindow window, long at, long end, long entry, bool isBig)
    {
        var bytes = window.From(entry, EntrySize);
        if (bytes.Length < EntrySize || Word(bytes[2..], isBig) is not (2 or 129))
        {
            return [];
        }

        var count = Long(bytes[4..], isBig);
        var start = count <= 4 ? entry + 8 : at + Long(bytes[8..], isBig);
        var text = window.Copy(start, (int)Math.Clamp(end - start, 0, Math.Min(count, LongestText)));
        return Trimmed(text);
    }

    /// <summary>A text without the blanks and zeros around it, at most a line long.</summary>
    public static byte[] Trimmed(ReadOnlySpan<byte> text) => text[..Math.Min(text.Length, LongestText)].Trim("\0 \t\r\n"u8).ToArray();

    private static int Word(ReadOnlySpan<byte> bytes, bool isBig) => bytes.Length < 2 ? 0
        : isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static long Long(ReadOnlySpan<byte> bytes, bool isBig) => bytes.Length < 4 ? 0
        : isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
