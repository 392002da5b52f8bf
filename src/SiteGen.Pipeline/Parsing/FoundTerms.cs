using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Collects the distinct terms of one text after the other.</summary>
/// <remarks>
/// Out: for each term one byte, its length with the highest bit set when it is in a heading, and its UTF-8; in the order of the text.
/// Terms of earlier texts stay known, so that the tables grow only as the vocabulary does.
/// </remarks>
internal sealed class FoundTerms
{
    // Marks the key of a run that is not ASCII: UTF-8 never has this byte.
    private const byte RawRun = 0xFF;
    private const int LongestKey = 256;
    private const int MostKnown = 1 << 18;

    private readonly ShortTermTable _short = new();
    private readonly TermTable _long = new();
    private readonly List<string> _terms = [];
    private byte[] _output = new byte[4096];
    private (int Text, int Place)[] _found = [];
    private int[]?[] _expansions = [];
    private int _length;
    private int _text;
    private byte _mark;

    /// <summary>The terms of the text; valid until the next one is begun.</summary>
    public ReadOnlyMemory<byte> Written => _output.AsMemory(0, _length);

    /// <summary>Begins another text.</summary>
    public void Begin()
    {
        if (_long.Count > MostKnown)
        {
            _long.Clear();
            Array.Clear(_found);
            Array.Clear(_expansions);
        }

        if (_short.Count > MostKnown)
        {
            _short.Clear();
        }

        (_length, _mark) = (0, 0);
        _text++;
    }

    /// <summary>Begins a part of the text that is a heading, or is none.</summary>
    public void BeginPart(bool isHeading) => _mark = isHeading ? SearchTerms.InHeading : (byte)0;

    /// <summary>Adds a term.</summary>
    public void Add(ReadOnlySpan<byte> term)
    {
        if (term.Length > ShortTermTable.LongestTerm)
        {
            Add(NumberOf(term));
        }
        else
        {
            AddShort(ShortTermTable.KeyOf(term, term.Length));
        }
    }

    /// <summary>Adds a term of at most eight bytes by its key in a <see cref="ShortTermTable"/>.</summary>
    public void AddShort(ulong key)
    {
        ref var entry = ref _short.Of(key);
        if (entry.Text != _text)
        {
            (entry.Text, entry.Number) = (_text, _length);
            var length = ShortTermTable.LongestTerm - (BitOperations.LeadingZeroCount(key) / 8);
            BinaryPrimitives.WriteUInt64LittleEndian(Room(length, ShortTermTable.LongestTerm), key);
            _length += length;
        }

        if (_mark != 0)
        {
            _output[entry.Number] |= _mark;
        }
    }

    /// <summary>Adds the terms of a text without blanks that is not ASCII alone.</summary>
    public void AddTermsOf(ReadOnlySpan<byte> run)
    {
        foreach (var number in run.Length < LongestKey ? KnownTermsOf(run) : TermsOf(run))
        {
            Add(_long[number]);
        }
    }

    private void Add(int number)
    {
        if (_found[number].Text != _text)
        {
            _found[number] = (_text, _length);
            var term = _long[number];
            term.CopyTo(Room(term.Length, term.Length));
            _length += term.Length;
        }

        _output[_found[number].Place] |= _mark;
    }

    // Writes the length of a term. Returns where to write the term itself.
    private Span<byte> Room(int length, int written)
    {
        if (_output.Length - _length < written + 1)
        {
            Array.Resize(ref _output, _output.Length * 2);
        }

        _output[_length++] = (byte)length;
        return _output.AsSpan(_length);
    }

    // Folding is slow, and words come again.
    private int[] KnownTermsOf(ReadOnlySpan<byte> run)
    {
        Span<byte> key = stackalloc byte[LongestKey];
        key[0] = RawRun;
        run.CopyTo(key[1..]);
        var number = NumberOf(key[..(run.Length + 1)]);
        if (_expansions[number] is not { } terms)
        {
            terms = TermsOf(run);
            _expansions[number] = terms;
        }

        return terms;
    }

    private int[] TermsOf(ReadOnlySpan<byte> run)
    {
        _terms.Clear();
        SearchText.AddTerms(SearchText.Fold(Encoding.UTF8.GetString(run)), _terms);
        return [.. _terms.Select(term => NumberOf(Encoding.UTF8.GetBytes(term)))];
    }

    private int NumberOf(ReadOnlySpan<byte> term)
    {
        var number = _long.NumberOf(term);
        if (number >= _found.Length)
        {
            var size = Math.Max(1024, _found.Length * 2);
            Array.Resize(ref _found, size);
            Array.Resize(ref _expansions, size);
        }

        return number;
    }
}
