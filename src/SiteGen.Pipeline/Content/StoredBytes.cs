using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Content;

/// <summary>Bytes that are kept for the end of a build: in memory, or on disk while a large site is built.</summary>
/// <param name="InMemory">The bytes, when they are in memory.</param>
/// <param name="OnDisk">Where they are, when they are not.</param>
internal readonly record struct StoredBytes(ReadOnlyMemory<byte> InMemory, SpilledText? OnDisk)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => InMemory.IsEmpty && OnDisk is null;

    /// <summary>The bytes.</summary>
    /// <exception cref="IOException">They are on disk, and the system refuses to read them.</exception>
    public ReadOnlyMemory<byte> Read() => OnDisk?.Read() ?? InMemory;

    /// <summary>The bytes, when those that were stored before them were read before them.</summary>
    /// <exception cref="IOException">They are on disk, and the system refuses to read them.</exception>
    public ReadOnlyMemory<byte> Read(SpillReader reader) => OnDisk is null ? InMemory : reader.Read(OnDisk);

    /// <summary>Stores a copy of some bytes: on disk if there is a file for them, else in memory.</summary>
    public static StoredBytes Keep(ReadOnlySpan<byte> bytes, SpillFile? spill, RecordChunks chunks) =>
        spill is null ? In(chunks.Keep(bytes)) : new StoredBytes(default, spill.Write(bytes));

    /// <summary>Bytes in memory.</summary>
    public static StoredBytes In(ReadOnlyMemory<byte> bytes) => new(bytes, null);
}
