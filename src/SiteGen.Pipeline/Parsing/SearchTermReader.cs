using System.Net;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Finds the terms of posts, for the search index. One reader per thread.</summary>
internal sealed class SearchTermReader
{
    private const ulong LowerCase = 0x2020202020202020;

    private readonly FoundTerms _found = new();
    private readonly Utf8Buffer _run = new();
    private readonly Utf8Buffer _post = new();
    private readonly List<string> _words = [];
    private bool _isPlain = true;

    /// <summary>The terms of a body; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Read(ReadOnlySpan<byte> html)
    {
        _found.Begin();
        var at = 0;
        var skipped = default(ReadOnlySpan<byte>);
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            if (skipped.IsEmpty)
            {
                ReadText(html, at, tags.Start);
            }

            at = tags.End;
            if (!PlainText.IsInline(tags.Name))
            {
                EndRun();
            }

            if (tags.Name is [(byte)'h' or (byte)'H', >= (byte)'1' and <= (byte)'6'])
            {
                _found.BeginPart(isHeading: !tags.IsClosing);
            }

            skipped = skipped.IsEmpty ? (!tags.IsClosing && IsSkipped(tags) ? tags.Name : default)
                : tags.IsClosing && tags.Is(skipped) ? default : skipped;
        }

        if (skipped.IsEmpty)
        {
            ReadText(html, at, html.Length);
        }

        EndRun();
        return _found.Written;
    }

    /// <summary>The <see cref="SearchTerms"/> of a post, whose body was read last; valid until the next post.</summary>
    public ReadOnlyMemory<byte> WithHead(PostHead head)
    {
        _post.Clear();
        Add(head.Title, TermPlace.Title);
        foreach (var tag in head.Front.Tags.Concat(head.Front.Categories))
        {
            Add(tag, TermPlace.Tag);
        }

        Add(head.Front.Page.Description ?? "", TermPlace.Text);
        Add(head.Front.Page.Summary ?? "", TermPlace.Text);
        _post.Write((byte)0);
        _post.Write(_found.Written.Span);
        return _post.WrittenMemory;
    }

    private void Add(string text, TermPlace place)
    {
        _words.Clear();
        SearchText.AddTerms(SearchText.Fold(text), _words);
        foreach (var word in _words)
        {
            _post.Write((byte)(place + 1));
            _post.Write((byte)Encoding.UTF8.GetByteCount(word));
            _post.Write(word);
        }
    }

    private static bool IsSkipped(HtmlTags tag) => tag.Is("script"u8) || tag.Is("style"u8) || tag.Is("template"u8) || tag.Is("svg"u8);

    private void ReadText(ReadOnlySpan<byte> html, int at, int end)
    {
        while (at < end)
        {
            at = _run.Length == 0 ? ReadPlainWords(html, at, end) : at;
            if (at == end)
            {
                return;
            }

            var next = html[at];
            if (next < 0x80)
            {
                at += next == '&' ? ReadReference(html[at..end]) : ReadAscii(next);
            }
            else if (IsPunctuation(html, at))
            {
                EndRun();
                at = Math.Min(end, at + 3);
            }
            else
            {
                _isPlain = false;
                _run.Write(next);
                at++;
            }
        }
    }

    // Reads words of ASCII, sixteen bytes at once. Returns where it ends: before what may be no such word, or less than sixteen bytes.
    private int ReadPlainWords(ReadOnlySpan<byte> html, int at, int end)
    {
        var last = Math.Min(end - 1, html.Length - Vector128<byte>.Count);
        while (at <= last)
        {
            var length = WordLength(Vector128.Create(html.Slice(at, Vector128<byte>.Count)));
            if (at + length >= end || length == Vector128<byte>.Count)
            {
                break;
            }

            var next = html[at + length];
            var isPunctuation = next >= 0x80 && IsPunctuation(html, at + length);
            if (next is >= 0x80 or (byte)'&' && !isPunctuation)
            {
                break;
            }

            if (length is > 0 and <= ShortTermTable.LongestTerm)
            {
                _found.AddShort(ShortTermTable.KeyOf(html[at..], length) | (LowerCase >> (64 - (length * 8))));
            }
            else if (length > 0)
            {
                AddLong(html.Slice(at, Vector128<byte>.Count), length);
            }

            at += length + (isPunctuation ? 3 : 1);
        }

        return Math.Min(at, end);
    }

    // How many letters and digits of ASCII there are at the beginning.
    private static int WordLength(Vector128<byte> text) => BitOperations.TrailingZeroCount(~WordStarts.LettersAndDigits(text));

    // General punctuation, U+2000 to U+203F: quotes, dashes and the like, which are no part of any word.
    private static bool IsPunctuation(ReadOnlySpan<byte> html, int at) => html[at] == 0xE2 && at + 2 < html.Length && html[at + 1] == 0x80;

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
            _found.Add(run[..Math.Min(run.Length, SearchText.LongestTerm)]);
        }
        else
        {
            _found.AddTermsOf(run);
        }

        _run.Clear();
        _isPlain = true;
    }

    private void AddLong(ReadOnlySpan<byte> text, int length)
    {
        Span<byte> lower = stackalloc byte[Vector128<byte>.Count];
        (Vector128.Create(text) | Vector128.Create((byte)0x20)).CopyTo(lower);
        _found.Add(lower[..length]);
    }
}
