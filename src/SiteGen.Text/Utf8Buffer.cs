using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SiteGen.Text;

/// <summary>A growing, reusable buffer of UTF-8 bytes.</summary>
/// <remarks>Not thread-safe. <see cref="WrittenSpan"/> and <see cref="WrittenMemory"/> are valid until the next write.</remarks>
public sealed class Utf8Buffer : IBufferWriter<byte>
{
    private byte[] _bytes;

    /// <summary>Creates an empty buffer with an initial capacity of 1 KiB.</summary>
    public Utf8Buffer()
        : this(1024)
    {
    }

    /// <summary>Creates an empty buffer for about as many bytes as it will have.</summary>
    public Utf8Buffer(int capacity) => _bytes = new byte[capacity];

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written so far.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    /// <summary>The bytes written so far.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Empties the buffer and keeps its capacity.</summary>
    public void Clear() => Length = 0;

    /// <summary>Truncates the buffer to an earlier length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is greater than the current one.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Writes bytes unchanged.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>Writes one byte.</summary>
    public void Write(byte value)
    {
        GetSpan(1)[0] = value;
        Length++;
    }

    /// <summary>Writes text as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        // Three bytes per code unit are always enough; computing the exact count would read the text twice.
        Length += Encoding.UTF8.GetBytes(text, GetSpan(text.Length * 3));
    }

    /// <summary>Writes text as UTF-8; null writes nothing.</summary>
    public void Write(string? text) => Write(text.AsSpan());

    /// <summary>Writes a number in decimal digits.</summary>
    public void Write(long number)
    {
        var formatted = Utf8Formatter.TryFormat(number, GetSpan(20), out var written);
        Length += formatted ? written : 0;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsSpan(Length);
    }

    /// <summary>A copy of the bytes written so far.</summary>
    public byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>The bytes written so far as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(WrittenSpan);

    private void Reserve(int count)
    {
        if (count > _bytes.Length - Length)
        {
            Array.Resize(ref _bytes, checked((int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)Length + count))));
        }
    }
}
