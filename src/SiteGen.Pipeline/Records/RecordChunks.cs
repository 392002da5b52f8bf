namespace SiteGen.Pipeline.Records;

/// <summary>Keeps many small records in few large arrays, which the garbage collector neither moves nor counts.</summary>
internal sealed class RecordChunks
{
    // Large enough for the collector to leave it where it is.
    private const int Size = 256 << 10;

    private byte[] _chunk = [];
    private int _used;

    /// <summary>A copy of some bytes.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> record)
    {
        if (record.Length > _chunk.Length - _used)
        {
            _chunk = GC.AllocateUninitializedArray<byte>(Math.Max(Size, record.Length));
            _used = 0;
        }

        record.CopyTo(_chunk.AsSpan(_used));
        _used += record.Length;
        return _chunk.AsMemory(_used - record.Length, record.Length);
    }
}
