using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Records;

/// <summary>Writes values one after the other, for a file that only this program reads.</summary>
/// <remarks>Numbers are little-endian base 128 (LEB128), so that small ones take one byte.</remarks>
internal sealed class RecordWriter
{
    private readonly Utf8Buffer _buffer = new();
    private RecordWriter? _part;

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Clears what was written.</summary>
    public void Clear() => _buffer.Clear();

    /// <summary>Writes a number; a negative one takes ten bytes.</summary>
    public void Number(long value)
    {
        var room = _buffer.GetSpan(10);
        var rest = (ulong)value;
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            room[length++] = (byte)(rest | 0x80);
        }

        room[length++] = (byte)rest;
        _buffer.Advance(length);
    }

    /// <summary>Writes a Boolean.</summary>
    public void Flag(bool value) => _buffer.Write(value ? (byte)1 : (byte)0);

    /// <summary>Writes a fingerprint.</summary>
    public void Fingerprint(Fingerprint value)
    {
        var room = _buffer.GetSpan(16);
        BinaryPrimitives.WriteUInt64LittleEndian(room, value.High);
        BinaryPrimitives.WriteUInt64LittleEndian(room[8..], value.Low);
        _buffer.Advance(16);
    }

    /// <summary>Writes a 64-bit ID in eight bytes.</summary>
    public void Id(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> value) => _buffer.Write(value);

    /// <summary>Writes bytes with their length.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _buffer.Write(value);
    }

    /// <summary>Writes a value with its length, so that a reader can leave it for later.</summary>
    public void Part<T>(T value, Action<RecordWriter, T> write)
    {
        _part ??= new RecordWriter();
        _part.Clear();
        write(_part, value);
        Bytes(_part.Written.Span);
    }

    /// <summary>Writes a text; lone surrogates, which UTF-8 cannot represent, are preserved.</summary>
    public void Text(string? value)
    {
        // The first number is 0 for null, 2 × length + 1 for ASCII and 2 × length + 2 for UTF-16.
        if (value is null)
        {
            Number(0);
        }
        else if (Ascii.IsValid(value))
        {
            Number((value.Length * 2L) + 1);
            Encoding.ASCII.GetBytes(value, _buffer.GetSpan(value.Length));
            _buffer.Advance(value.Length);
        }
        else
        {
            Number((value.Length * 2L) + 2);
            var room = _buffer.GetSpan(value.Length * 2);
            for (var i = 0; i < value.Length; i++)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(room[(i * 2)..], value[i]);
            }

            _buffer.Advance(value.Length * 2);
        }
    }

    /// <summary>Writes a list of texts.</summary>
    public void Texts(ImmutableArray<string> texts) => List(texts, static (writer, text) => writer.Text(text));

    /// <summary>Writes a list.</summary>
    public void List<T>(ImmutableArray<T> items, Action<RecordWriter, T> writeItem)
    {
        Number(items.Length);
        foreach (var item in items)
        {
            writeItem(this, item);
        }
    }

    /// <summary>Writes an instant with its offset.</summary>
    public void Date(DateTimeOffset value)
    {
        Number(value.Ticks);
        Number((long)value.Offset.TotalMinutes);
    }

    /// <summary>Writes a position.</summary>
    public void Position(LinePosition value)
    {
        Number(value.Line);
        Number(value.Column);
    }
}
