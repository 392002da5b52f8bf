using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Content;

/// <summary>A record that grows, in pieces: in memory, or on disk while a large site is built.</summary>
/// <param name="spill">The file for the pieces; null to keep them in memory.</param>
/// <param name="size">The size of a piece in bytes, nearly.</param>
internal sealed class RecordPieces(SpillFile? spill, int size)
{
    private readonly List<StoredBytes> _pieces = [];

    /// <summary>Where the record goes on.</summary>
    public RecordWriter Writer { get; } = new();

    /// <summary>Puts away what is written, when it is enough for a piece.</summary>
    public void Flush()
    {
        if (Writer.Written.Length >= size)
        {
            var piece = Writer.Written;
            _pieces.Add(spill?.Write(piece.Span) is { } spilled ? new StoredBytes(default, spilled) : StoredBytes.In(piece.ToArray()));
            Writer.Clear();
        }
    }

    /// <summary>The pieces in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> ToBytes() => _pieces.Select(piece => piece.Read()).Append(Writer.Written);
}
