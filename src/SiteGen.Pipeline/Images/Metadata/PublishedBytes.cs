using System.Collections.Immutable;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>A file as it is published: some parts of its source, one behind the other.</summary>
/// <param name="source">The file.</param>
/// <param name="parts">The parts, in order; at least one.</param>
internal sealed class PublishedBytes(IByteSource source, ImmutableArray<PublishedPart> parts) : IByteSource
{
    /// <inheritdoc/>
    public long Length => parts[^1].End;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Read(long at)
    {
        if (at < 0 || at >= Length)
        {
            return [];
        }

        var part = parts[IndexOf(at)];
        var skipped = at - part.At;
        if (part.Start < 0)
        {
            return part.Literal.Span[(int)skipped..];
        }

        var block = source.Read(part.Start + skipped);
        return block[..(int)Math.Min(block.Length, part.Length - skipped)];
    }

    // The last part that begins at the offset or before.
    private int IndexOf(long at)
    {
        var (low, high) = (0, parts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = parts[middle].At <= at ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
