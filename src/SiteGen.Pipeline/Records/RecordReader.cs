using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Records;

/// <summary>Reads one item of a list.</summary>
internal delegate T ItemReader<T>(ref RecordReader reader);

/// <summary>Reads what a <see cref="RecordWriter"/> wrote, in the same order.</summary>
/// <remarks>Only for bytes whose checksum has been verified; it throws on others.</remarks>
/// <param name="bytes">The record.</param>
/// <param name="names">Names that were read before; null to make a string of each.</param>
internal ref struct RecordReader(ReadOnlyMemory<byte> bytes, RecordNames? names = null)
{
    private readonly ReadOnlyMemory<byte> _memory = bytes;
    private readonly ReadOnlySpan<byte> _bytes = bytes.Span;
    private int _at;

    /// <summary>Whether everything is read.</summary>
    public readonly bool IsAtEnd => _at == _bytes.Length;

    /// <summary>Reads a number.</summary>
    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }
    }

    /// <summary>Reads a count or an offset.</summary>
    public int Count() => checked((int)Number());

    /// <summary>Reads a Boolean.</summary>
    public bool Flag() => _bytes[_at++] != 0;

    /// <summary>Reads a fingerprint.</summary>
    public Fingerprint Fingerprint() => new(Id(), Id());

    /// <summary>Reads eight bytes.</summary>
    public ulong Id()
    {
        var value = BinaryPrimitives.ReadUInt64LittleEndian(_bytes[_at..]);
        _at += 8;
        return value;
    }

    /// <summary>Reads bytes, without copying them.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        var length = Count();
        _at += length;
        return _memory.Slice(_at - length, length);
    }

    /// <summary>Reads a text.</summary>
    public string? Text() => Text(null);

    /// <summary>Reads a text that many records have: all those get the same string.</summary>
    public string? Name() => Text(names);

    /// <summary>Reads a text that is not null.</summary>
    public string TextOrEmpty() => Text() ?? "";

    /// <summary>Reads a list of names that are not null.</summary>
    public ImmutableArray<string> Names() => List(static (ref RecordReader reader) => reader.Name() ?? "");

    /// <summary>Reads a list.</summary>
    public ImmutableArray<T> List<T>(ItemReader<T> readItem)
    {
        var count = Count();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = readItem(ref this);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>Reads an instant with its offset.</summary>
    public DateTimeOffset Date()
    {
        var local = Number();
        return new DateTimeOffset(local, TimeSpan.FromMinutes(Number()));
    }

    /// <summary>Reads a position.</summary>
    public LinePosition Position()
    {
        var line = Count();
        return new LinePosition(line, Count());
    }

    private string? Text(RecordNames? known)
    {
        var code = Count();
        if (code == 0)
        {
            return null;
        }

        var isAscii = code % 2 == 1;
        var length = (code - 1) / 2;
        var start = _at;
        _at += isAscii ? length : length * 2;
        var units = _bytes[start.._at];
        return !isAscii ? FromUnits(units)
            : known is null ? Encoding.ASCII.GetString(units)
            : known.Get(units);
    }

    private static string FromUnits(ReadOnlySpan<byte> units)
    {
        var text = new char[units.Length / 2];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(units[(i * 2)..]);
        }

        return new string(text);
    }
}
