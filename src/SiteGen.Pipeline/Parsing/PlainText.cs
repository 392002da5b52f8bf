using System.Buffers;
using System.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>What a body reads like without its markup: how many words, and how it begins.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".!?。！？");

    // What each byte is: part of a word, white space, the start of a reference, part of a rune beyond ASCII; or none of these.
    private static readonly byte[] s_classes =
        [.. Enumerable.Range(0, 256).Select(c => (byte)(c >= 0x80 ? 'u' : char.IsAsciiLetterOrDigit((char)c) ? 'w' : c <= ' ' ? ' ' : c == '&' ? '&' : '.'))];

    // Tags that stand inside a word without ending it.
    private static readonly string[] s_inline =
        ["a", "em", "strong", "b", "i", "code", "span", "sup", "sub", "del", "ins", "mark", "small", "abbr", "u", "s", "kbd", "q", "cite", "wbr"];

    // What a summary leaves out, with everything inside.
    private static readonly string[] s_skipped =
        ["h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "figure", "script", "style", "sup", "svg", "iframe", "noscript", "video", "audio", "math", "template", "nav"];

    /// <summary>Counts words; a Han, Kana or Hangul character counts as one (as in Unicode's line breaking, UAX #14 class ID).</summary>
    public static int CountWords(ReadOnlySpan<byte> html)
    {
        var count = 0;
        var inWord = false;
        var at = 0;
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            CountWords(html[at..tags.Start], ref count, ref inWord);
            inWord &= IsOneOf(tags.Name, s_inline);
            at = tags.End;
            if (!tags.IsClosing && (tags.Is("script"u8) || tags.Is("style"u8)))
            {
                at = tags.MoveNext() ? tags.End : html.Length;
            }
        }

        CountWords(html[at..], ref count, ref inWord);
        return count;
    }

    /// <summary>
    /// The beginning of the text as HTML without tags: at most so many words, cut at the end of a sentence where one is
    /// near, else behind a word with an ellipsis. Headings, code, tables and figures are left out.
    /// </summary>
    public static string Beginning(ReadOnlySpan<byte> html, int words)
    {
        var text = new StringBuilder();
        var (count, inWord, at) = (0, false, 0);
        var skipping = default(ReadOnlySpan<byte>);
        var tags = new HtmlTags(html);
        while (count <= words && tags.MoveNext())
        {
            if (skipping.IsEmpty)
            {
                Append(text, html[at..tags.Start]);
                CountWords(html[at..tags.Start], ref count, ref inWord);
            }

            at = tags.End;
            if (skipping.IsEmpty && !tags.IsClosing && IsOneOf(tags.Name, s_skipped))
            {
                skipping = tags.Name;
            }
            else if (tags.IsClosing && !skipping.IsEmpty && tags.Is(skipping))
            {
                skipping = default;
            }

            if (!IsOneOf(tags.Name, s_inline))
            {
                inWord = false;
                Append(text, " "u8);
            }
        }

        if (count <= words && skipping.IsEmpty)
        {
            Append(text, html[at..]);
        }

        return Cut(text.ToString().Trim(), words);
    }

    /// <summary>HTML without tags as plain text: references are read.</summary>
    public static string Decode(string html) => System.Net.WebUtility.HtmlDecode(html);

    private static bool IsOneOf(ReadOnlySpan<byte> name, string[] names)
    {
        foreach (var known in names)
        {
            if (known.Length == name.Length && Ascii.EqualsIgnoreCase(name, known))
            {
                return true;
            }
        }

        return false;
    }

    private static void CountWords(ReadOnlySpan<byte> text, ref int count, ref bool inWord)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (s_classes[text[i]])
            {
                case (byte)'w':
                    count += inWord ? 0 : 1;
                    inWord = true;
                    break;
                case (byte)' ':
                    inWord = false;
                    break;
                case (byte)'&' when text[i..].IndexOf((byte)';') is > 0 and < 10 and var end:
                    i += end;
                    break;
                case (byte)'u':
                    Rune.DecodeFromUtf8(text[i..], out var rune, out var length);
                    i += length - 1;
                    CountRune(rune, ref count, ref inWord);
                    break;
            }
        }
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
        rune is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    // Text with every run of white space as one blank.
    private static void Append(StringBuilder text, ReadOnlySpan<byte> utf8)
    {
        foreach (var c in Encoding.UTF8.GetString(utf8))
        {
            if (!char.IsWhiteSpace(c) || c == '\u00A0')
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
    }

    private static string Cut(string text, int words)
    {
        var end = EndOfWords(text, words);
        if (end >= text.Length)
        {
            return text;
        }

        var sentence = text.AsSpan(0, end).LastIndexOfAny(s_sentenceEnds);
        var isSentence = sentence >= end / 2 && (sentence + 1 >= text.Length || text[sentence] > 0x7F || text[sentence + 1] == ' ');
        return isSentence ? text[..(sentence + 1)] : text[..end].TrimEnd(' ', ',', ';', ':', '.', '-', '–', '—') + "…";
    }

    private static int EndOfWords(string text, int words)
    {
        var (count, inWord, at) = (0, false, 0);
        var bytes = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var before = count;
            if (rune.IsAscii)
            {
                bytes[0] = (byte)rune.Value;
                CountWords(bytes.AsSpan(0, 1), ref count, ref inWord);
            }
            else
            {
                CountRune(rune, ref count, ref inWord);
            }

            if (count > words && count > before)
            {
                return at;
            }

            at += rune.Utf16SequenceLength;
        }

        return text.Length;
    }
}
