namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>Bytes that are in memory.</summary>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : IByteSource
{
    /// <inheritdoc/>
    public long Length => bytes.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Read(long at) => at >= bytes.Length ? [] : bytes.Span[(int)at..];
}
