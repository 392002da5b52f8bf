using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Content;

/// <summary>A record that grows, in pieces: in memory, or on disk while a large site is built.</summary>
/// <param name="spill">The file for the pieces; null to keep them in memory.</param>
/// <param name="size">The size of a piece in bytes, nearly.</param>
internal sealed class RecordPieces(SpillFile? spill, int size)
{
    private readonly List<StoredBytes> _pieces = [];
    private readonly RecordChunks _chunks = new();

    /// <summary>The writer of the current piece.</summary>
    public RecordWriter Writer { get; } = new();

    /// <summary>Ends the current piece if it is large enough.</summary>
    public void Flush()
    {
        if (Writer.Written.Length >= size)
        {
            _pieces.Add(StoredBytes.Keep(Writer.Written.Span, spill, _chunks));
            Writer.Clear();
        }
    }

    /// <summary>The pieces in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> ToBytes() => _pieces.Select(piece => piece.Read()).Append(Writer.Written);
}
