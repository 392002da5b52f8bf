using System.Buffers.Binary;
using System.Diagnostics;

namespace SiteGen.Pipeline.Records;

/// <summary>Numbers distinct terms in the order in which they are added; their bytes are in one array.</summary>
/// <remarks>A dictionary of arrays would need three objects for each of a hundred thousand terms, and twice the time.</remarks>
[DebuggerDisplay("{Count} terms")]
internal sealed class TermTable
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // Other in every process, so that no text can be made to slow it down; nothing depends on the order of slots.
    private static readonly ulong s_seed = ((ulong)(uint)HashCode.Combine(1) << 32) | (uint)HashCode.Combine(2);

    // The hash, and one more than the number; 0 is free.
    private ulong[] _slots = new ulong[1024];
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
        var slots = _slots;
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var number = (int)(uint)slots[slot] - 1;
            if ((uint)(slots[slot] >> 32) == hash && this[number].SequenceEqual(term))
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

    private int Add(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        if (Count + 1 == _ends.Length)
        {
            Array.Resize(ref _ends, (Count * 2) + 1);
        }

        var start = _ends[Count];
        if (_bytes.Length - start < term.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + term.Length));
        }

        term.CopyTo(_bytes.AsSpan(start));
        _ends[Count + 1] = start + term.Length;
        _slots[slot] = ((ulong)hash << 32) | (uint)++Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        foreach (var entry in old)
        {
            var slot = (int)(entry >> 32) & (_slots.Length - 1);
            while (entry != 0 && _slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = entry == 0 ? _slots[slot] : entry;
        }
    }

    // Eight bytes at a time; the last ones may be read twice.
    private static uint HashOf(ReadOnlySpan<byte> term)
    {
        var hash = s_seed ^ (ulong)term.Length;
        if (term.Length >= 8)
        {
            for (var at = 0; at + 8 < term.Length; at += 8)
            {
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term[at..]));
            }

            return (uint)Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term[^8..]));
        }

        var rest = term.Length switch
        {
            0 => 0UL,
            < 4 => term[0] | ((ulong)term[term.Length / 2] << 8) | ((ulong)term[^1] << 16),
            _ => BinaryPrimitives.ReadUInt32LittleEndian(term) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(term[^4..]) << 32),
        };
        return (uint)Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 32)) * Multiplier);
        value = unchecked((value ^ (value >> 29)) * Multiplier);
        return value ^ (value >> 32);
    }
}
