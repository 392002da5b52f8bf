using System.Buffers.Binary;

namespace SiteGen.Pipeline.Tests.Images.Metadata;

/// <summary>Exif as a camera writes it: three directories with a serial number, a position and a thumbnail.</summary>
internal static class TaggedTiff
{
    public const string Artist = "Ada Aster";
    public const string Copyright = "(c) Ada Aster";

    /// <summary>The fields, in the order of bytes that is asked for.</summary>
    public static byte[] Write(int orientation, bool isBig = false)
    {
        var exif = new Directory(isBig).Text(0xA431, "PLANTED-SERIAL").Text(0xA430, "PLANTED-OWNER");
        var gps = new Directory(isBig).Text(0x0001, "N").Text(0x001B, "PLANTED-GPS");
        byte[] thumbnail = [0xFF, 0xD8, .. "PLANTED-THUMBNAIL"u8, 0xFF, 0xD9];
        var second = new Directory(isBig).Bytes(0x0201, thumbnail);
        var first = new Directory(isBig).Text(0x010F, "PLANTED-MAKE").Short(0x0112, orientation).Text(0x013B, Artist)
            .Text(0x8298, Copyright).Below(0x8769, exif).Below(0x8825, gps);
        byte[] start = isBig ? [.. "MM\0*\0\0\0\x08"u8] : [.. "II*\0\x08\0\0\0"u8];
        return [.. start, .. first.At(start.Length, second)];
    }

    /// <summary>Only what is kept.</summary>
    public static byte[] Minimal(int orientation) => orientation is < 2 or > 8 ? []
        : [.. "MM\0*\0\0\0\x08\0\x01"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private sealed class Directory(bool isBig)
    {
        private readonly List<(int Tag, int Type, int Count, byte[] Content, Directory? Below)> _entries = [];

        public Directory Text(int tag, string text)
        {
            _entries.Add((tag, 2, text.Length + 1, [.. text.Select(c => (byte)c), 0], null));
            return this;
        }

        public Directory Short(int tag, int value)
        {
            _entries.Add((tag, 3, 1, isBig ? [(byte)(value >> 8), (byte)value] : [(byte)value, (byte)(value >> 8)], null));
            return this;
        }

        public Directory Bytes(int tag, byte[] bytes)
        {
            _entries.Add((tag, 7, bytes.Length, bytes, null));
            return this;
        }

        public Directory Below(int tag, Directory below)
        {
            _entries.Add((tag, 4, 1, new byte[4], below));
            return this;
        }

        public byte[] At(int offset, Directory? next = null)
        {
            var head = new byte[2 + (_entries.Count * 12) + 4];
            var behind = new List<byte>();
            Put(head, 0, _entries.Count, 2);
            for (var i = 0; i < _entries.Count; i++)
            {
                var (tag, type, count, content, below) = _entries[i];
                var entry = 2 + (i * 12);
                Put(head, entry, tag, 2);
                Put(head, entry + 2, type, 2);
                Put(head, entry + 4, count, 4);
                var at = offset + head.Length + behind.Count;
                if (below is null && content.Length <= 4)
                {
                    content.CopyTo(head, entry + 8);
                    continue;
                }

                Put(head, entry + 8, at, 4);
                behind.AddRange(below?.At(at) ?? content);
            }

            var end = offset + head.Length + behind.Count;
            Put(head, head.Length - 4, next is null ? 0 : end, 4);
            return [.. head, .. behind, .. next?.At(end) ?? []];
        }

        private void Put(byte[] bytes, int at, int value, int size)
        {
            Span<byte> four = stackalloc byte[4];
            if (isBig)
            {
                BinaryPrimitives.WriteInt32BigEndian(four, value);
                four[(4 - size)..].CopyTo(bytes.AsSpan(at));
            }
            else
            {
                BinaryPrimitives.WriteInt32LittleEndian(four, value);
                four[..size].CopyTo(bytes.AsSpan(at));
            }
        }
    }
}
