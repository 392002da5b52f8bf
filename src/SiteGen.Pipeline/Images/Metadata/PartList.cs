using System.Collections.Immutable;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>The parts of a file that are published, as they are found.</summary>
internal sealed class PartList
{
    // So that a file which is made to have millions of parts takes no memory for them: 2.6 MB.
    private const int Most = 1 << 16;

    private readonly List<(long Start, long Length, ReadOnlyMemory<byte> Literal)> _parts = [];

    /// <summary>Whether there are more parts than any real file has.</summary>
    public bool IsTooLong => _parts.Count >= Most;

    /// <summary>How many parts there are so far.</summary>
    public int Count => _parts.Count;

    /// <summary>Publishes bytes of the source.</summary>
    public void Keep(long start, long end)
    {
        if (end <= start)
        {
            return;
        }

        if (_parts is [.., { Literal.IsEmpty: true } last] && last.Start + last.Length == start)
        {
            _parts[^1] = last with { Length = end - last.Start };
            return;
        }

        _parts.Add((start, end - start, default));
    }

    /// <summary>Publishes other bytes in the place of some of the source.</summary>
    /// <param name="window">The source.</param>
    /// <param name="start">The offset of those that are replaced.</param>
    /// <param name="end">The offset behind them.</param>
    /// <param name="bytes">What is published.</param>
    public void Replace(ref ByteWindow window, long start, long end, byte[] bytes) =>
        Insert(ref window, new PlacedFields(default, Count, start, end), bytes);

    /// <summary>Publishes other bytes in the place of some of the source, before parts that were found already.</summary>
    public void Insert(ref ByteWindow window, PlacedFields place, byte[] bytes)
    {
        var (_, index, start, end) = place;
        if (bytes.Length == 0)
        {
            return;
        }

        // What is there already is kept, so that a file which was treated before is known to be unchanged.
        var isThere = end - start == bytes.Length && window.Has(start, end, bytes);
        _parts.Insert(index, isThere ? (start, bytes.Length, default) : (-1, bytes.Length, bytes));
    }

    /// <summary>All parts; empty when they are the whole source.</summary>
    /// <param name="length">The length of the source in bytes.</param>
    public ImmutableArray<PublishedPart> ToParts(long length)
    {
        var parts = ImmutableArray.CreateBuilder<PublishedPart>(_parts.Count);
        var at = 0L;
        foreach (var (start, size, literal) in _parts)
        {
            if (start >= 0 && parts.Count > 0 && parts[^1] is { Start: >= 0 } last && last.Start + last.Length == start)
            {
                parts[^1] = last with { Length = last.Length + size };
            }
            else
            {
                parts.Add(new PublishedPart(at, size, start, literal));
            }

            at += size;
        }

        return parts is [{ Start: 0 } only] && only.Length == length ? [] : parts.ToImmutable();
    }
}
