using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images;

/// <summary>AVIF: the ISO base media format (ISO/IEC 14496-12 §4.2) with image items (ISO/IEC 23008-12 §6.5, §9.3).</summary>
internal static class AvifFile
{
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes)
    {
        var meta = Find(bytes, "meta"u8);
        var properties = meta.Length < 4 ? default : Find(meta[4..], "iprp"u8);
        var all = Find(properties, "ipco"u8);
        var chosen = PropertiesOf(PrimaryItem(Find(meta.Length < 4 ? default : meta[4..], "pitm"u8)), Find(properties, "ipma"u8));
        ImageSize? size = null;
        var isTurned = false;
        for (var number = 1; NextBox(ref all, out var kind, out var content); number++)
        {
            // Alpha planes, thumbnails and tiles have sizes of their own.
            if (chosen.Count > 0 && !chosen.Contains(number))
            {
                continue;
            }

            if (kind.SequenceEqual("ispe"u8) && content.Length >= 12)
            {
                size ??= ImageSize.Create(
                    BinaryPrimitives.ReadUInt32BigEndian(content[4..]),
                    BinaryPrimitives.ReadUInt32BigEndian(content[8..]));
            }

            isTurned |= kind.SequenceEqual("irot"u8) && content.Length >= 1 && content[0] % 2 == 1;
        }

        return isTurned ? size?.Turned : size;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> wanted)
    {
        while (NextBox(ref boxes, out var kind, out var content))
        {
            if (kind.SequenceEqual(wanted))
            {
                return content;
            }
        }

        return default;
    }

    private static bool NextBox(scoped ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> content)
    {
        kind = default;
        content = default;
        if (boxes.Length < 8)
        {
            return false;
        }

        long length = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        kind = boxes[4..8];
        var header = 8;
        if (length == 1 && boxes.Length >= 16)
        {
            (header, length) = (16, BinaryPrimitives.ReadInt64BigEndian(boxes[8..]));
        }

        // A length of 0 means up to the end of the file.
        var end = length == 0 ? boxes.Length : (int)Math.Min(length, boxes.Length);
        if (end < header)
        {
            return false;
        }

        content = boxes[header..end];
        boxes = boxes[end..];
        return true;
    }

    private static uint PrimaryItem(ReadOnlySpan<byte> box) =>
        box.Length < 6 ? 0
        : box[0] == 0 ? BinaryPrimitives.ReadUInt16BigEndian(box[4..])
        : box.Length < 8 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(box[4..]);

    // The one-based indexes of an item's properties; empty when it has none.
    private static List<int> PropertiesOf(uint item, ReadOnlySpan<byte> box)
    {
        var numbers = new List<int>();
        if (box.Length < 8)
        {
            return numbers;
        }

        var (idSize, numberSize) = (box[0] == 0 ? 2 : 4, (box[3] & 1) + 1);
        var rest = box[8..];
        while (rest.Length > idSize)
        {
            var id = idSize == 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) : BinaryPrimitives.ReadUInt32BigEndian(rest);
            var count = rest[idSize];
            rest = rest[(idSize + 1)..];
            for (; count > 0 && rest.Length >= numberSize; count--, rest = rest[numberSize..])
            {
                if (id == item)
                {
                    numbers.Add(numberSize == 1 ? rest[0] & 0x7F : BinaryPrimitives.ReadUInt16BigEndian(rest) & 0x7FFF);
                }
            }
        }

        return numbers;
    }
}
