namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>Walks over the bytes of a file without reading a block twice for every few bytes that are asked for.</summary>
/// <remarks>One at a time on a file: a block that another one reads takes the place of its own.</remarks>
internal ref struct ByteWindow
{
    private readonly IByteSource? _source;
    private ReadOnlySpan<byte> _block;
    private long _start;

    /// <summary>A window on a file.</summary>
    public ByteWindow(IByteSource source) => (_source, Length) = (source, source.Length);

    /// <summary>A window on bytes in memory.</summary>
    public ByteWindow(ReadOnlySpan<byte> bytes)
    {
        _block = bytes;
        Length = bytes.Length;
    }

    /// <summary>The number of bytes of the file when the walk began.</summary>
    public long Length { get; }

    /// <summary>The bytes from an offset on, at least as many as asked for unless the file ends before.</summary>
    /// <remarks>Valid until the next call.</remarks>
    /// <param name="at">The offset.</param>
    /// <param name="least">How many are needed: at most a few thousand, which every block has.</param>
    public ReadOnlySpan<byte> From(long at, int least)
    {
        if (at < 0 || at >= Length)
        {
            return [];
        }

        var end = _start + _block.Length;
        if (at < _start || at >= end || (end - at < least && end < Length))
        {
            if (_source is null)
            {
                return [];
            }

            _block = _source.Read(at);
            _block = _block[..(int)Math.Min(_block.Length, Length - at)];
            _start = at;
        }

        return _block[(int)(at - _start)..];
    }

    /// <summary>Whether certain bytes are at an offset.</summary>
    /// <param name="at">The offset.</param>
    /// <param name="end">The offset before which they must end.</param>
    /// <param name="bytes">The bytes.</param>
    public bool Has(long at, long end, scoped ReadOnlySpan<byte> bytes) =>
        end - at >= bytes.Length && From(at, bytes.Length).StartsWith(bytes);

    /// <summary>A copy of some bytes, fewer where the file ends.</summary>
    public byte[] Copy(long at, int length)
    {
        var copy = new byte[(int)Math.Clamp(Length - at, 0, length)];
        for (var done = 0; done < copy.Length;)
        {
            var some = From(at + done, 1);
            if (some.IsEmpty)
            {
                return copy[..done];
            }

            some = some[..Math.Min(some.Length, copy.Length - done)];
            some.CopyTo(copy.AsSpan(done));
            done += some.Length;
        }

        return copy;
    }
}
