using System.Numerics;
using System.Text;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>The words of a language with their classes, found by their bytes.</summary>
internal sealed class WordTable
{
    private readonly (byte[] Word, TokenClass Class, TokenClass Announces)[] _slots;
    private readonly bool _ignoresCase;

    /// <summary>A table of words.</summary>
    /// <param name="words">Each word with its class and the class of the name behind it.</param>
    /// <param name="ignoresCase">Whether capitals are the same as small letters.</param>
    public WordTable(IReadOnlyDictionary<string, (TokenClass Class, TokenClass Announces)> words, bool ignoresCase)
    {
        _ignoresCase = ignoresCase;
        var size = BitOperations.RoundUpToPowerOf2((uint)int.Max(2, words.Count) * 2);
        _slots = new (byte[], TokenClass, TokenClass)[size];
        foreach (var (word, (kind, announces)) in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            var slot = HashOf(bytes) & (_slots.Length - 1);
            while (_slots[slot].Word is not null)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = (bytes, kind, announces);
        }
    }

    /// <summary>Finds a word.</summary>
    public bool TryFind(ReadOnlySpan<byte> word, out TokenClass kind, out TokenClass announces)
    {
        for (var slot = HashOf(word) & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            (var known, kind, announces) = _slots[slot];
            if (known is null)
            {
                return false;
            }

            if (_ignoresCase ? Ascii.EqualsIgnoreCase(word, known) : word.SequenceEqual(known))
            {
                return true;
            }
        }
    }

    // FNV-1a over letters of one case.
    private static int HashOf(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var value in word)
        {
            hash = (hash ^ (value | 0x20u)) * 16777619u;
        }

        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }
}
