using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace SiteGen.Pipeline.Loading.Spilling;

/// <summary>Texts that go into a file together; in memory until they are written, and for good when the system refuses.</summary>
/// <param name="file">The file.</param>
/// <param name="start">Where they begin in it.</param>
/// <param name="bytes">The memory for them.</param>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Writes a file of the process in its private folder")]
internal sealed class SpillBlock(SafeFileHandle file, long start, byte[] bytes)
{
    private byte[]? _bytes = bytes;
    private int _length;

    /// <summary>Where the next block begins in the file.</summary>
    public long End => start + _length;

    /// <summary>Whether a text can be added.</summary>
    public bool HasRoomFor(ReadOnlySpan<byte> text) => text.Length <= _bytes?.Length - _length;

    /// <summary>Adds a text, for which there is room.</summary>
    public SpilledText Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
        return new SpilledText(this, _length - text.Length, text.Length);
    }

    /// <summary>Writes the texts.</summary>
    /// <returns>The memory that they were in; null when they stay there.</returns>
    public byte[]? Write()
    {
        try
        {
            RandomAccess.Write(file, _bytes.AsSpan(0, _length), start);
            var free = _bytes;
            _bytes = null;
            return free;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads all texts.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public ReadOnlyMemory<byte> Read() => Read(0, _length);

    /// <summary>Reads some bytes.</summary>
    /// <param name="from">Where they begin in the block.</param>
    /// <param name="length">How many there are.</param>
    /// <exception cref="IOException">The system refuses.</exception>
    public ReadOnlyMemory<byte> Read(int from, int length)
    {
        if (_bytes is { } kept)
        {
            return kept.AsMemory(from, length);
        }

        var read = GC.AllocateUninitializedArray<byte>(length);
        var done = 0;
        for (var count = 1; count > 0 && done < length; done += count)
        {
            count = RandomAccess.Read(file, read.AsSpan(done), start + from + done);
        }

        return done == length ? read : throw new EndOfStreamException();
    }
}
