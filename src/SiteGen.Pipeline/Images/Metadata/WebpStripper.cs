using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>WebP without what is not needed to show it (RFC 9649 §2.3 to §2.7).</summary>
internal static class WebpStripper
{
    // 'RIFF', the length of what follows, 'WEBP'.
    private const int HeaderLength = 12;
    private const int ChunkHeader = 8;

    // Of the first chunk: the extended header has 10 bytes, frames have more.
    private const int ShortestContent = 10;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    private static ReadOnlySpan<byte> Kept => "VP8 VP8LANIMANMFALPHICCP"u8;

    /// <summary>The parts to publish; null when the structure is not understood.</summary>
    public static PartList? Strip(ByteWindow window, bool keepsCredit)
    {
        if (window.Copy(0, HeaderLength + ChunkHeader + 1) is not { Length: HeaderLength + ChunkHeader + 1 } head
            || !head.AsSpan(8).StartsWith("WEBP"u8))
        {
            return null;
        }

        var chunks = new Chunks(window, keepsCredit, declared: BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) + 8L);
        return chunks.Walk(isExtended: head.AsSpan(HeaderLength).StartsWith("VP8X"u8)) ? chunks.ToParts(head) : null;
    }

    private ref struct Chunks
    {
        private readonly bool _keepsCredit;
        private readonly long _declared;
        private readonly PartList _parts = new();
        private ByteWindow _window;
        private PlacedFields _fields;
        private long _start = HeaderLength;
        private long _dropped;

        public Chunks(ByteWindow window, bool keepsCredit, long declared)
        {
            _window = window;
            _keepsCredit = keepsCredit;
            _declared = declared;
        }

        // False when there is no picture as far as can be understood.
        public bool Walk(bool isExtended)
        {
            var hasPixels = false;
            var at = _start;
            var behindFirst = Next(at, out var firstEnd);
            if (firstEnd - at < ChunkHeader + ShortestContent)
            {
                return false;
            }

            if (isExtended)
            {
                // Whose first byte may be replaced.
                at = behindFirst;
                _start = HeaderLength + ChunkHeader + 1;
                _parts.Keep(_start, Math.Min(at, _window.Length));
            }

            Span<byte> name = stackalloc byte[4];
            while (at + ChunkHeader <= _declared && !_parts.IsTooLong && _window.From(at, ChunkHeader) is { Length: >= ChunkHeader } header)
            {
                header[..4].CopyTo(name);
                var end = Next(at, out var contentEnd);
                if (ChunkName.IsIn(Kept, name))
                {
                    hasPixels |= !name.SequenceEqual("ICCP"u8) && !name.SequenceEqual("ANIM"u8);
                    _parts.Keep(at, Math.Min(end, _window.Length));
                }
                else
                {
                    _dropped += end - at;
                    TakeFields(name, at, end, contentEnd, isExtended);
                }

                at = end;
            }

            // Less than a chunk.
            _dropped += Math.Max(0, _declared - at);
            return hasPixels && !_parts.IsTooLong;
        }

        public PartList ToParts(ReadOnlySpan<byte> head)
        {
            var tiff = _fields.Fields.ToTiff();
            var chunk = tiff.Length == 0 ? [] : ExifChunk(tiff);
            _parts.Insert(ref _window, _fields, chunk);
            var start = head[..(int)_start].ToArray();
            BinaryPrimitives.WriteUInt32LittleEndian(start.AsSpan(4), (uint)Math.Max(0, _declared - 8 - _dropped + chunk.Length));
            if (start.Length > HeaderLength)
            {
                start[^1] = (byte)((start[^1] & ~(HasExif | HasXmp)) | (chunk.Length > 0 ? HasExif : 0));
            }

            _parts.Insert(ref _window, new PlacedFields(default, 0, 0, start.Length), start);
            return _parts;
        }

        // Chunks begin at even offsets; the last one may be cut off.
        private long Next(long at, out long contentEnd)
        {
            var length = _window.From(at + 4, 4) is { Length: >= 4 } bytes ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : 0L;
            contentEnd = Math.Min(at + ChunkHeader + length, _declared);
            return Math.Min(at + ChunkHeader + length + (length & 1), _declared);
        }

        private void TakeFields(scoped ReadOnlySpan<byte> name, long at, long end, long contentEnd, bool isExtended)
        {
            var isExif = name.SequenceEqual("EXIF"u8);

            // Without the extended header there is no place for them.
            if (!isExtended || (!isExif && !(_keepsCredit && name.SequenceEqual("XMP "u8))))
            {
                return;
            }

            var found = isExif
                ? ExifFields.ReadChunk(ref _window, at + ChunkHeader, contentEnd, _keepsCredit)
                : XmpCredit.Read(ref _window, at + ChunkHeader, contentEnd);
            _fields = _fields.And(found, _parts.Count, at, end);
        }
    }

    private static byte[] ExifChunk(byte[] tiff)
    {
        var chunk = new byte[ChunkHeader + tiff.Length + (tiff.Length & 1)];
        "EXIF"u8.CopyTo(chunk);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(4), (uint)tiff.Length);
        tiff.CopyTo(chunk, ChunkHeader);
        return chunk;
    }
}
