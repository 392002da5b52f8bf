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

    private readonly ShortTermTable _short = new();

    // Of the other terms: the hash, and one more than the number; 0 is free.
    private ulong[] _slots = new ulong[1024];
    private int[] _ends = new int[513];
    private byte[] _bytes = new byte[4096];

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_ends[number].._ends[number + 1]);

    /// <summary>The number of a term, which is added if it is new.</summary>
    public int NumberOf(ReadOnlySpan<byte> term) => NumberOf(term, term.Length);

    /// <summary>The number of the term that a text begins with; it is added if it is new.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of the term in bytes.</param>
    public int NumberOf(ReadOnlySpan<byte> text, int length)
    {
        if (length is 0 or > ShortTermTable.LongestTerm)
        {
            return NumberOfLong(text[..length]);
        }

        ref var known = ref _short.Of(ShortTermTable.KeyOf(text, length));
        if (known.Text == 0)
        {
            (known.Text, known.Number) = (1, Append(text[..length]));
        }

        return known.Number;
    }

    /// <summary>Removes all terms.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        _short.Clear();
        Count = 0;
    }

    private int NumberOfLong(ReadOnlySpan<byte> term)
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

    private int Add(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        var number = Append(term);
        _slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
        if ((Count - _short.Count) * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private int Append(ReadOnlySpan<byte> term)
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
        return Count++;
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

    // Eight bytes at a time; the last ones may be read twice. A term is empty or longer than eight bytes.
    private static uint HashOf(ReadOnlySpan<byte> term)
    {
        var hash = s_seed ^ (ulong)term.Length;
        for (var at = 0; at + 8 < term.Length; at += 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term[at..]));
        }

        return (uint)Mix(term.IsEmpty ? hash : hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term[^8..]));
    }

    private static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 32)) * Multiplier);
        value = unchecked((value ^ (value >> 29)) * Multiplier);
        return value ^ (value >> 32);
    }
}
