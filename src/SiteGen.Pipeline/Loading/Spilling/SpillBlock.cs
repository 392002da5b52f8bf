using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;
using SiteGen.Text;

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
    public ReadOnlyMemory<byte> Read() => Read(0, _length, new Utf8Buffer(_length));

    /// <summary>Reads some bytes.</summary>
    /// <param name="from">Where they begin in the block.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="memory">Empty memory for them, if they are not in memory.</param>
    /// <exception cref="IOException">The system refuses.</exception>
    public ReadOnlyMemory<byte> Read(int from, int length, Utf8Buffer memory)
    {
        if (_bytes is { } kept)
        {
            return kept.AsMemory(from, length);
        }

        while (memory.Length < length)
        {
            var left = length - memory.Length;
            var count = RandomAccess.Read(file, memory.GetSpan(left)[..left], start + from + memory.Length);
            memory.Advance(count > 0 ? count : throw new EndOfStreamException());
        }

        return memory.WrittenMemory;
    }
}
