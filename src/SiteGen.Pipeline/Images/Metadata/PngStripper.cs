using System.Buffers;
using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>PNG without what is not needed to show it (W3C PNG, third edition, §5.3 and §11).</summary>
internal ref struct PngStripper
{
    private const int SignatureLength = 8;

    // The length and the name before a chunk's content, and the checksum behind it.
    private const int ChunkHeader = 8;
    private const int ChecksumLength = 4;

    private static readonly SearchValues<byte> s_letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private readonly bool _keepsCredit;
    private readonly PartList _parts = new();
    private ByteWindow _window;
    private PlacedFields _fields;

    private PngStripper(ByteWindow window, bool keepsCredit)
    {
        _window = window;
        _keepsCredit = keepsCredit;
    }

    // The chunks that may be ignored but change pixels, colours, size or motion; mDCv and cLLi are how drafts had them.
    private static ReadOnlySpan<byte> Kept => "tRNSgAMAcHRMsRGBiCCPcICPmDCVmDCvcLLIcLLisBITbKGDpHYssPLThISTacTLfcTLfdAT"u8;

    /// <summary>The parts to publish; null when the structure is not understood.</summary>
    public static PartList? Strip(ByteWindow window, bool keepsCredit)
    {
        var stripper = new PngStripper(window, keepsCredit);
        if (!stripper.Walk())
        {
            return null;
        }

        if (stripper._fields.Fields.ToTiff() is { Length: > 0 } tiff)
        {
            stripper._parts.Insert(ref stripper._window, stripper._fields, ExifChunk(tiff));
        }

        return stripper._parts;
    }

    // False when there is no picture as far as can be understood. No decoder gets past a chunk that is none, so that
    // what is behind one is not needed either.
    private bool Walk()
    {
        _parts.Keep(0, SignatureLength);
        var hasPixels = false;
        Span<byte> name = stackalloc byte[4];
        for (var at = (long)SignatureLength; !_parts.IsTooLong && Next(at, name) is { } length;)
        {
            var contentEnd = Math.Min(at + ChunkHeader + length, _window.Length);
            var end = Math.Min(contentEnd + ChecksumLength, _window.Length);
            Take(name, at, contentEnd, end);
            hasPixels |= name.SequenceEqual("IDAT"u8);
            if (name.SequenceEqual("IEND"u8))
            {
                break;
            }

            at = end;
        }

        return hasPixels && !_parts.IsTooLong;
    }

    // Null at the end, and where there is no chunk.
    private long? Next(long at, scoped Span<byte> name)
    {
        if (_window.From(at, ChunkHeader) is not { Length: >= ChunkHeader } head || head[4..ChunkHeader].ContainsAnyExcept(s_letters))
        {
            return null;
        }

        head[4..ChunkHeader].CopyTo(name);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        return length <= int.MaxValue ? length : null;
    }

    private void Take(scoped ReadOnlySpan<byte> name, long at, long contentEnd, long end)
    {
        var content = at + ChunkHeader;
        var isExif = name.SequenceEqual("eXIf"u8);
        if (isExif)
        {
            _fields = _fields.And(ExifFields.ReadChunk(ref _window, content, contentEnd, _keepsCredit), _parts.Count, at, end);
        }
        else if (_keepsCredit && name.SequenceEqual("iTXt"u8) && _window.Has(content, contentEnd, "XML:com.adobe.xmp\0"u8))
        {
            _fields = _fields.And(XmpCredit.Read(ref _window, content, contentEnd), _parts.Count, at, end);
        }
        else if (IsNeeded(name) || (_keepsCredit && IsCredit(name, content, contentEnd)))
        {
            _parts.Keep(at, end);
        }
    }

    // A capital first letter says that a chunk must not be ignored (§5.4).
    private static bool IsNeeded(scoped ReadOnlySpan<byte> name) => (name[0] & 0x20) == 0 || ChunkName.IsIn(Kept, name);

    // Texts begin with their keyword (§11.3.3.1).
    private bool IsCredit(scoped ReadOnlySpan<byte> name, long at, long end) =>
        ChunkName.IsIn("tEXtzTXtiTXt"u8, name) && (_window.Has(at, end, "Author\0"u8) || _window.Has(at, end, "Copyright\0"u8));

    private static byte[] ExifChunk(byte[] tiff)
    {
        var chunk = new byte[ChunkHeader + tiff.Length + ChecksumLength];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)tiff.Length);
        "eXIf"u8.CopyTo(chunk.AsSpan(4));
        tiff.CopyTo(chunk, ChunkHeader);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(ChunkHeader + tiff.Length), Crc32.Compute(chunk.AsSpan(4, 4 + tiff.Length)));
        return chunk;
    }
}
