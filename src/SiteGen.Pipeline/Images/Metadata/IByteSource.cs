namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>Bytes that can be read from any place, block by block.</summary>
internal interface IByteSource
{
    /// <summary>The number of bytes.</summary>
    public long Length { get; }

    /// <summary>The bytes from an offset on, as many as are at hand; none at the end.</summary>
    /// <remarks>Valid until the next call.</remarks>
    public ReadOnlySpan<byte> Read(long at);
}
