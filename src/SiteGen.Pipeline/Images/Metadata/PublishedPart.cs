namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>One part of a published file: bytes of its source, or others in their place.</summary>
/// <param name="At">Its offset in the published file, in bytes.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Start">Its offset in the source; -1 when it is not from there.</param>
/// <param name="Literal">The bytes that are not from the source.</param>
internal readonly record struct PublishedPart(long At, long Length, long Start, ReadOnlyMemory<byte> Literal)
{
    /// <summary>The offset behind it in the published file.</summary>
    public long End => At + Length;
}
