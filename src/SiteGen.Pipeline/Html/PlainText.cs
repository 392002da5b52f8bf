using System.Buffers;
using System.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>The text of a body without its markup: its word count and its beginning.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".!?。！？");

    // What may stand between '&' and ';': no blank.
    private static readonly SearchValues<byte> s_inReference =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Where(b => b != ';').Select(b => (byte)b)]);

    // Elements that a summary leaves out, with their content.
    private static readonly string[] s_skipped =
    [
        "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "figure", "script", "style", "sup",
        "svg", "iframe", "noscript", "video", "audio", "math", "template", "nav",
    ];

    /// <summary>Counts words; a Han, Kana or Hangul character counts as one (as in Unicode's line breaking, UAX #14 class ID).</summary>
    public static int CountWords(ReadOnlySpan<byte> html)
    {
        var count = 0;
        var inWord = false;
        var at = 0;
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            count += CountWords(html, at, tags.Start, ref inWord);
            inWord &= IsInline(tags.Name);
            at = tags.End;
            if (!tags.IsClosing && (tags.Is("script"u8) || tags.Is("style"u8)))
            {
                at = tags.MoveNext() ? tags.End : html.Length;
            }
        }

        return count + CountWords(html, at, html.Length, ref inWord);
    }

    /// <summary>
    /// The beginning of the text as HTML without tags: at most this many words, cut at the end of a sentence where one is
    /// near, otherwise after a word, with an ellipsis. Headings, code, tables, figures and the titles of alerts are left out.
    /// </summary>
    public static string Beginning(ReadOnlySpan<byte> html, int words)
    {
        using var text = new CollapsedText();
        var (count, inWord, at) = (0, false, 0);
        var skipping = default(ReadOnlySpan<byte>);
        var tags = new HtmlTags(html);
        while (count <= words && tags.MoveNext())
        {
            if (skipping.IsEmpty)
            {
                count += Append(text, html, at, tags.Start, words - count, ref inWord);
            }

            at = tags.End;
            if (skipping.IsEmpty && !tags.IsClosing && (IsOneOf(tags.Name, s_skipped) || AlertTitle.IsAt(tags)))
            {
                skipping = tags.Name;
            }
            else if (tags.IsClosing && !skipping.IsEmpty && tags.Is(skipping))
            {
                skipping = default;
            }

            if (!IsInline(tags.Name))
            {
                inWord = false;
                text.Append(" "u8);
            }
        }

        if (count <= words && skipping.IsEmpty)
        {
            Append(text, html, at, html.Length, words - count, ref inWord);
        }

        return Cut(text.Written.Trim(), words);
    }

    // Appends text up to its end, or until it has more than so many words, and returns how many it has.
    private static int Append(CollapsedText text, ReadOnlySpan<byte> html, int at, int end, int words, ref bool inWord)
    {
        var count = 0;
        while (at < end && count <= words)
        {
            var piece = EndOfPiece(html, at, end);
            text.Append(html[at..piece]);
            count += CountWords(html, at, piece, ref inWord);
            at = piece;
        }

        return count;
    }

    // At a blank, which is in no character and in no character reference.
    private static int EndOfPiece(ReadOnlySpan<byte> html, int at, int end)
    {
        const int Most = 1024;
        if (end - at <= Most)
        {
            return end;
        }

        var blank = html.Slice(at, Most).LastIndexOf((byte)' ');
        var next = blank < 0 ? html[(at + Most)..end].IndexOf((byte)' ') : 0;
        return blank >= 0 ? at + blank + 1 : next >= 0 ? at + Most + next + 1 : end;
    }

    /// <summary>Decodes HTML without tags to plain text.</summary>
    public static string Decode(string html) => System.Net.WebUtility.HtmlDecode(html);

    /// <summary>Whether a tag of this name does not end a word.</summary>
    public static bool IsInline(ReadOnlySpan<byte> name) => name.Length switch
    {
        1 => (name[0] | 0x20) is 'a' or 'b' or 'i' or 'u' or 's' or 'q',
        2 => Ascii.EqualsIgnoreCase(name, "em"u8),
        3 => Ascii.EqualsIgnoreCase(name, "sup"u8) || Ascii.EqualsIgnoreCase(name, "sub"u8) || Ascii.EqualsIgnoreCase(name, "del"u8)
            || Ascii.EqualsIgnoreCase(name, "ins"u8) || Ascii.EqualsIgnoreCase(name, "kbd"u8) || Ascii.EqualsIgnoreCase(name, "wbr"u8),
        4 => Ascii.EqualsIgnoreCase(name, "code"u8) || Ascii.EqualsIgnoreCase(name, "span"u8) || Ascii.EqualsIgnoreCase(name, "mark"u8)
            || Ascii.EqualsIgnoreCase(name, "abbr"u8) || Ascii.EqualsIgnoreCase(name, "cite"u8),
        5 => Ascii.EqualsIgnoreCase(name, "small"u8),
        6 => Ascii.EqualsIgnoreCase(name, "strong"u8),
        _ => false,
    };

    private static bool IsOneOf(ReadOnlySpan<byte> name, string[] names)
    {
        foreach (var known in names)
        {
            if (known.Length == name.Length && (known[0] | 0x20) == (name[0] | 0x20) && Ascii.EqualsIgnoreCase(name, known))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountWords(ReadOnlySpan<byte> html, int at, int end, ref bool inWord)
    {
        var count = WordStarts.Count(html, ref at, end, ref inWord);
        while (at < end)
        {
            at += CountSpecial(html[at..end], ref count, ref inWord);
            count += WordStarts.Count(html, ref at, end, ref inWord);
        }

        return count;
    }

    // A character reference, which is no word, or a character beyond ASCII; returns its length in bytes.
    private static int CountSpecial(ReadOnlySpan<byte> text, ref int count, ref bool inWord)
    {
        if (text[0] == '&')
        {
            var end = text[1..Math.Min(text.Length, 10)].IndexOfAnyExcept(s_inReference);
            return end >= 0 && text[end + 1] == ';' ? end + 2 : 1;
        }

        Rune.DecodeFromUtf8(text, out var rune, out var length);
        CountRune(rune, ref count, ref inWord);
        return length;
    }

    private static void CountRune(Rune rune, ref int count, ref bool inWord)
    {
        if (IsIdeographic(rune.Value))
        {
            count++;
            inWord = false;
            return;
        }

        var isWord = Rune.IsLetterOrDigit(rune);
        count += isWord && !inWord ? 1 : 0;
        inWord = isWord || (inWord && !Rune.IsWhiteSpace(rune));
    }

    private static bool IsIdeographic(int rune) =>
        rune is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static string Cut(ReadOnlySpan<char> text, int words)
    {
        var end = EndOfWords(text, words);
        if (end >= text.Length)
        {
            return text.ToString();
        }

        // A ';' is kept: it may end a character reference.
        var sentence = text[..end].LastIndexOfAny(s_sentenceEnds);
        var isSentence = sentence >= end / 2 && (sentence + 1 >= text.Length || text[sentence] > 0x7F || text[sentence + 1] == ' ');
        return isSentence ? text[..(sentence + 1)].ToString() : $"{text[..end].TrimEnd(" ,:.-–—")}…";
    }

    private static int EndOfWords(ReadOnlySpan<char> text, int words)
    {
        var (count, inWord) = (0, false);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            var length = 1;
            if (c == '&' && text[at..].IndexOf(';') is > 0 and < 10 and var end)
            {
                // A character reference is one character, not a word.
                length = end + 1;
            }
            else if (c < 0x80)
            {
                var isWord = char.IsAsciiLetterOrDigit(c);
                count += isWord && !inWord ? 1 : 0;
                inWord = isWord || (inWord && c is >= '!' and <= '~');
            }
            else
            {
                Rune.DecodeFromUtf16(text[at..], out var rune, out length);
                CountRune(rune, ref count, ref inWord);
            }

            if (count > words)
            {
                return at;
            }

            at += length;
        }

        return text.Length;
    }

    /// <summary>Text in which every run of white space is one blank.</summary>
    private sealed class CollapsedText : IDisposable
    {
        private char[] _room = ArrayPool<char>.Shared.Rent(2048);
        private int _length;

        public ReadOnlySpan<char> Written => _room.AsSpan(0, _length);

        public void Append(ReadOnlySpan<byte> utf8)
        {
            Reserve(utf8.Length);
            var last = _length > 0 ? _room[_length - 1] : ' ';
            foreach (var c in _room.AsSpan(_length, Encoding.UTF8.GetChars(utf8, _room.AsSpan(_length))))
            {
                var isBlank = char.IsWhiteSpace(c) && c != '\u00A0';
                if (!isBlank || last != ' ')
                {
                    _room[_length++] = last = isBlank ? ' ' : c;
                }
            }
        }

        public void Dispose() => ArrayPool<char>.Shared.Return(_room);

        // A byte of UTF-8 is a character at most.
        private void Reserve(int more)
        {
            if (more > _room.Length - _length)
            {
                var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + more, _room.Length * 2));
                Written.CopyTo(larger);
                ArrayPool<char>.Shared.Return(_room);
                _room = larger;
            }
        }
    }
}
