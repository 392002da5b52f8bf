using System.Diagnostics;

namespace SiteGen.Pipeline.Records;

/// <summary>Numbers distinct terms in the order in which they are added; their bytes are in one array.</summary>
/// <remarks>A dictionary of arrays would need three objects for each of a hundred thousand terms.</remarks>
[DebuggerDisplay("{Count} terms")]
internal sealed class TermTable
{
    private int[] _slots = new int[1024];
    private int[] _hashes = new int[512];
    private int[] _ends = new int[513];
    private byte[] _bytes = new byte[4096];

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_ends[number].._ends[number + 1]);

    /// <summary>The number of a term, which is added if it is new.</summary>
    public int NumberOf(ReadOnlySpan<byte> term)
    {
        var hash = HashOf(term);
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var number = _slots[slot] - 1;
            if (_hashes[number] == hash && this[number].SequenceEqual(term))
            {
                return number;
            }
        }

        return Add(term, hash, slot);
    }

    /// <summary>Removes all terms.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    private int Add(ReadOnlySpan<byte> term, int hash, int slot)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _ends, (Count * 2) + 1);
        }

        var start = _ends[Count];
        if (_bytes.Length - start < term.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + term.Length));
        }

        term.CopyTo(_bytes.AsSpan(start));
        (_hashes[Count], _ends[Count + 1]) = (hash, start + term.Length);
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = _hashes[number] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }

    // Other in every process, so that no text can be made to slow it down; nothing depends on the order of slots.
    private static int HashOf(ReadOnlySpan<byte> term)
    {
        var hash = default(HashCode);
        hash.AddBytes(term);
        return hash.ToHashCode();
    }
}
