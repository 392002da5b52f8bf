namespace SiteGen.Pipeline.Loading.Spilling;

/// <summary>Reads texts in the order in which they were written, with one call to the system for all that were written together.</summary>
internal sealed class SpillReader
{
    private SpillBlock? _block;
    private ReadOnlyMemory<byte> _bytes;

    /// <summary>Reads a text.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public ReadOnlyMemory<byte> Read(SpilledText text)
    {
        if (text.Block != _block)
        {
            (_block, _bytes) = (text.Block, text.Block.Read());
        }

        return _bytes.Slice(text.Start, text.Length);
    }
}
