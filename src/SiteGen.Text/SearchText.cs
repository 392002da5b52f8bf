using System.Buffers;
using System.Globalization;
using System.Text;

namespace SiteGen.Text;

/// <summary>Folds text to the form in which search compares it, and finds its words.</summary>
/// <remarks>
/// <c>templates/assets/search.js</c> does the same in browsers, step by step, and a test compares the two: form KD (UAX #15), without
/// the marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters, in lower case, with a few letters replaced that have no
/// decomposition, in form C. Marks of other scripts are kept: without them, other words would be left.
/// </remarks>
public static class SearchText
{
    /// <summary>The longest term in code points; what is longer is cut, so that a line of base64 costs no more than a word.</summary>
    public const int LongestTerm = 31;

    // Letters that people leave out or type in another way, and what is compared in their place.
    private const string Replaced = "ßæœøłđðþıςħىةکی";

    private static readonly string[] s_replacements =
        ["ss", "ae", "oe", "o", "l", "d", "d", "th", "i", "σ", "h", "ي", "ه", "ك", "ي"];

    private static readonly SearchValues<char> s_marks = SearchValues.Create(MarksOf(
        "\u0300\u036F\u0591\u05BD\u05BF\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u05C7"
        + "\u0610\u061A\u0640\u0640\u064B\u065F\u0670\u0670\u06D6\u06ED"));

    private static readonly SearchValues<char> s_replaced = SearchValues.Create(Replaced);

    /// <summary>The text as search compares it.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToString().ToLowerInvariant();
        }

        var apart = UnicodeNormalization.DecomposeFully(text);
        var folded = new StringBuilder(apart.Length);
        foreach (var c in apart)
        {
            _ = s_marks.Contains(c) ? folded : folded.Append(c);
        }

        var lower = folded.ToString().ToLowerInvariant();
        return UnicodeNormalization.Compose(lower.AsSpan().ContainsAny(s_replaced) ? WithReplacements(lower) : lower);
    }

    /// <summary>Adds the terms of a folded text: its words, and of scripts without blanks every two neighbouring characters.</summary>
    /// <param name="folded">The text, from <see cref="Fold"/>.</param>
    /// <param name="terms">The list to add to.</param>
    public static void AddTerms(string folded, ICollection<string> terms)
    {
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            var isDense = false;
            while (end < folded.Length && RuneAt(folded, end) is var rune && IsWord(rune))
            {
                if (end > at && IsDense(rune.Value) != isDense)
                {
                    break;
                }

                isDense = IsDense(rune.Value);
                end += rune.Utf16SequenceLength;
            }

            if (end > at)
            {
                AddRun(folded[at..end], isDense, terms);
            }

            at = end > at ? end : at + RuneAt(folded, at).Utf16SequenceLength;
        }
    }

    /// <summary>Whether a character is of a script that is written without blanks between words.</summary>
    public static bool IsDense(int code) =>
        code is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
            or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    // A run of a dense script is two characters each, and the last one alone, so that one character finds all places.
    private static void AddRun(string run, bool isDense, ICollection<string> terms)
    {
        if (!isDense)
        {
            terms.Add(Cut(run));
            return;
        }

        var first = RuneAt(run, 0).Utf16SequenceLength;
        for (var at = 0; at < run.Length;)
        {
            var next = at + first;
            var length = next < run.Length ? RuneAt(run, next).Utf16SequenceLength : 0;
            terms.Add(run[at..(next + length)]);
            (at, first) = (next, length);
        }
    }

    private static string Cut(string word)
    {
        if (word.Length <= LongestTerm)
        {
            return word;
        }

        var end = 0;
        for (var count = 0; count < LongestTerm && end < word.Length; count++)
        {
            end += RuneAt(word, end).Utf16SequenceLength;
        }

        return word[..end];
    }

    // Letters, digits, and the marks that are left.
    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherNumber;

    private static Rune RuneAt(string text, int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
        return rune;
    }

    private static string WithReplacements(string text)
    {
        var replaced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = Replaced.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? replaced.Append(s_replacements[at]) : replaced.Append(c);
        }

        return replaced.ToString();
    }

    // The ends of ranges, in pairs.
    private static string MarksOf(string ends)
    {
        var marks = new StringBuilder();
        for (var i = 0; i < ends.Length; i += 2)
        {
            for (var c = ends[i]; c <= ends[i + 1]; c++)
            {
                marks.Append(c);
            }
        }

        return marks.ToString();
    }
}
