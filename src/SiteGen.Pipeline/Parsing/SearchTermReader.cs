using System.Net;
using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Finds the distinct terms of bodies, for the search index. One reader per thread.</summary>
/// <remarks>
/// Out: for each term one byte, its length with the highest bit set when it is in a heading, and its UTF-8; in the order of the text.
/// </remarks>
internal sealed class SearchTermReader
{
    private const byte InHeading = 0x80;

    // Marks the key of a run that is not ASCII: UTF-8 never has this byte.
    private const byte RawRun = 0xFF;
    private const int LongestKey = 256;
    private const int MostKnown = 1 << 18;

    // Letters in lower case and digits; 0 for everything else.
    private static readonly byte[] s_lower =
        [.. Enumerable.Range(0, 256).Select(b => char.IsAsciiLetterOrDigit((char)b) ? (byte)char.ToLowerInvariant((char)b) : (byte)0)];

    private readonly byte[] _lower = new byte[SearchText.LongestTerm];
    private readonly TermTable _known = new();
    private readonly List<int> _found = [];
    private readonly List<string> _terms = [];
    private readonly Utf8Buffer _run = new();
    private readonly Utf8Buffer _output = new();
    private int[] _stamps = [];
    private byte[] _marks = [];
    private int[]?[] _expansions = [];
    private int _post;
    private byte _mark;
    private bool _isPlain = true;

    /// <summary>The terms of a body; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Read(ReadOnlySpan<byte> html)
    {
        Begin();
        var at = 0;
        var skipped = default(ReadOnlySpan<byte>);
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            if (skipped.IsEmpty)
            {
                ReadText(html[at..tags.Start]);
            }

            at = tags.End;
            if (!PlainText.IsInline(tags.Name))
            {
                EndRun();
            }

            if (tags.Name is [(byte)'h' or (byte)'H', >= (byte)'1' and <= (byte)'6'])
            {
                _mark = tags.IsClosing ? (byte)0 : InHeading;
            }

            skipped = skipped.IsEmpty ? (!tags.IsClosing && IsSkipped(tags) ? tags.Name : default)
                : tags.IsClosing && tags.Is(skipped) ? default : skipped;
        }

        if (skipped.IsEmpty)
        {
            ReadText(html[at..]);
        }

        EndRun();
        return ToBytes();
    }

    private static bool IsSkipped(HtmlTags tag) => tag.Is("script"u8) || tag.Is("style"u8) || tag.Is("template"u8) || tag.Is("svg"u8);

    private void Begin()
    {
        if (_known.Count > MostKnown)
        {
            _known.Clear();
            Array.Clear(_stamps);
            Array.Clear(_expansions);
        }

        _found.Clear();
        _run.Clear();
        (_mark, _isPlain) = (0, true);
        _post++;
    }

    private ReadOnlyMemory<byte> ToBytes()
    {
        _output.Clear();
        foreach (var number in _found)
        {
            var term = _known[number];
            _output.Write((byte)(term.Length | _marks[number]));
            _output.Write(term);
        }

        return _output.WrittenMemory;
    }

    private void ReadText(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at];
            if (_run.Length == 0 && s_lower[next] != 0 && ReadPlainWord(text[at..]) is > 0 and var length)
            {
                at += length;
            }
            else if (next < 0x80)
            {
                at += next == '&' ? ReadReference(text[at..]) : ReadAscii(next);
            }
            else if (next == 0xE2 && at + 2 < text.Length && text[at + 1] == 0x80)
            {
                // General punctuation, U+2000 to U+203F: quotes, dashes and the like, which are no part of any word.
                EndRun();
                at += 3;
            }
            else
            {
                _isPlain = false;
                _run.Write(next);
                at++;
            }
        }
    }

    // Returns the length of a word of ASCII; 0 when it may go on with something else.
    private int ReadPlainWord(ReadOnlySpan<byte> text)
    {
        var (length, most) = (0, Math.Min(text.Length, _lower.Length));
        while (length < most && s_lower[text[length]] is not 0 and var next)
        {
            _lower[length++] = next;
        }

        if (length == most || text[length] is >= 0x80 or (byte)'&')
        {
            return 0;
        }

        Found(NumberOf(_lower.AsSpan(0, length)));
        return length;
    }

    private int ReadAscii(byte next)
    {
        if (char.IsAsciiLetterOrDigit((char)next))
        {
            _run.Write(next is >= (byte)'A' and <= (byte)'Z' ? (byte)(next | 0x20) : next);
        }
        else
        {
            EndRun();
        }

        return 1;
    }

    // Returns its length; an ampersand that begins no reference is one byte.
    private int ReadReference(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, 34)].IndexOf((byte)';');
        var decoded = end > 1 ? WebUtility.HtmlDecode(Encoding.UTF8.GetString(text[..(end + 1)])) : "&";
        var isNone = decoded.Length > 1 && decoded[0] == '&';
        foreach (var b in Encoding.UTF8.GetBytes(isNone ? "&" : decoded))
        {
            if (b < 0x80)
            {
                ReadAscii(b);
            }
            else
            {
                _isPlain = false;
                _run.Write(b);
            }
        }

        return isNone ? 1 : Math.Max(1, end + 1);
    }

    private void EndRun()
    {
        if (_run.Length == 0)
        {
            return;
        }

        var run = _run.WrittenSpan;
        if (_isPlain)
        {
            Found(NumberOf(run[..Math.Min(run.Length, SearchText.LongestTerm)]));
        }
        else
        {
            foreach (var number in run.Length < LongestKey ? KnownTermsOf(run) : TermsOf(run))
            {
                Found(number);
            }
        }

        _run.Clear();
        _isPlain = true;
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
        var number = _known.NumberOf(term);
        if (number >= _stamps.Length)
        {
            var size = Math.Max(1024, _stamps.Length * 2);
            Array.Resize(ref _stamps, size);
            Array.Resize(ref _marks, size);
            Array.Resize(ref _expansions, size);
        }

        return number;
    }

    private void Found(int number)
    {
        if (_stamps[number] != _post)
        {
            _stamps[number] = _post;
            _marks[number] = _mark;
            _found.Add(number);
        }

        _marks[number] |= _mark;
    }
}
