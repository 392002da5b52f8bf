using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SiteGen.Pipeline.Records;

/// <summary>Keeps two numbers for each term of at most eight bytes.</summary>
/// <remarks>
/// Nine words of ten are that short, and there are millions of them: so the bytes of a term and what is known of it are in one place in
/// memory, and comparing is comparing two numbers. A <see cref="TermTable"/> has longer ones too.
/// </remarks>
[DebuggerDisplay("{Count} terms")]
internal sealed class ShortTermTable
{
    /// <summary>The longest term in bytes.</summary>
    public const int LongestTerm = sizeof(ulong);

    // Other in every process, so that no text can be made to slow it down; nothing depends on the order of slots.
    private static readonly ulong s_multiplier = ((ulong)(uint)HashCode.Combine(3) << 32) | (uint)HashCode.Combine(4) | 1;

    private Entry[] _entries = new Entry[1024];
    private int _shift = 64 - 10;

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a term: its bytes, the first one lowest, and zeros after the last one.</summary>
    /// <param name="text">A text that begins with the term; what follows it is not read, or not used.</param>
    /// <param name="length">The length of the term, from 1 to 8 bytes.</param>
    public static ulong KeyOf(ReadOnlySpan<byte> text, int length)
    {
        if (text.Length >= LongestTerm)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text) & (ulong.MaxValue >> (64 - (length * 8)));
        }

        var key = 0UL;
        for (var at = length - 1; at >= 0; at--)
        {
            key = (key << 8) | text[at];
        }

        return key;
    }

    /// <summary>The entry of a term; both numbers of a new one are 0. Valid until the next call.</summary>
    /// <param name="key">Its key, which is not zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Entry Of(ulong key)
    {
        ref var entry = ref _entries[SlotOf(key)];
        return ref entry.Key == key ? ref entry : ref Find(key);
    }

    /// <summary>Removes all terms.</summary>
    public void Clear()
    {
        Array.Clear(_entries);
        Count = 0;
    }

    private ref Entry Find(ulong key)
    {
        var slot = SlotOf(key);
        while (_entries[slot].Key != key)
        {
            if (_entries[slot].Key == 0)
            {
                return ref Add(key, slot);
            }

            slot = (slot + 1) & (_entries.Length - 1);
        }

        return ref _entries[slot];
    }

    private ref Entry Add(ulong key, int slot)
    {
        Count++;
        _entries[slot].Key = key;
        if (Count * 2 <= _entries.Length)
        {
            return ref _entries[slot];
        }

        var old = _entries;
        _entries = new Entry[old.Length * 2];
        _shift--;
        foreach (var entry in old)
        {
            if (entry.Key != 0)
            {
                _entries[FreeSlotOf(entry.Key)] = entry;
            }
        }

        return ref Find(key);
    }

    private int FreeSlotOf(ulong key)
    {
        var slot = SlotOf(key);
        while (_entries[slot].Key != 0)
        {
            slot = (slot + 1) & (_entries.Length - 1);
        }

        return slot;
    }

    // The highest bits of a product depend on all bits of the key.
    private int SlotOf(ulong key) => (int)(unchecked((key ^ (key >> 29)) * s_multiplier) >> _shift);

    /// <summary>A term and its numbers.</summary>
    internal struct Entry
    {
        /// <summary>The bytes of the term.</summary>
        public ulong Key;

        /// <summary>In which text it was found last; 0 for none.</summary>
        public int Text;

        /// <summary>The number of the term there.</summary>
        public int Number;
    }
}
