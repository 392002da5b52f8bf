using System.Text;

namespace SiteGen.Text;

/// <summary>Composes letters with the marks that follow them: <c>e</c> and an acute accent become <c>é</c>; and takes them apart.</summary>
/// <remarks>
/// Unicode normalization forms C and KD (UAX #15), from tables built into the program. The runtime's own normalization needs ICU, which
/// this program does not use, so that it gives the same bytes everywhere.
/// </remarks>
public static class UnicodeNormalization
{
    // Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12).
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int SyllableBase = 0xAC00;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    private const char FirstComposite = '\u00C0';

    // No code point below the first combining mark changes under form C.
    private const char FirstMark = '\u0300';

    /// <summary>Whether a text is certainly in form C. False means that it may not be.</summary>
    public static bool IsComposed(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyExceptInRange('\0', (char)(FirstMark - 1)); i >= 0 && i < text.Length;)
        {
            var code = CodeAt(text, i);
            if (code >= FirstMark && !CanonicalMappings.IsStable(code))
            {
                return false;
            }

            i += LengthOf(code);
        }

        return true;
    }

    /// <summary>The letter of a code point without its marks: <c>e</c> for <c>é</c>; the code point itself when it has none.</summary>
    public static int BaseOf(int code)
    {
        while (CanonicalMappings.Decompose(code) is { } parts)
        {
            code = parts.First;
        }

        return code;
    }

    /// <summary>The text in form C; the same instance if it already is.</summary>
    public static string Compose(string text)
    {
        if (IsComposed(text))
        {
            return text;
        }

        var codes = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var code = CodeAt(text, i);
            Decompose(code, codes);
            i += LengthOf(code);
        }

        Order(codes);
        Compose(codes);
        var composed = TextOf(codes);
        return composed.Equals(text) ? text : composed.ToString();
    }

    /// <summary>The text in form KD: every letter apart from its marks, <c>ﬁ</c> as <c>fi</c>, full-width letters as plain ones.</summary>
    public static string DecomposeFully(ReadOnlySpan<char> text)
    {
        var codes = new List<int>(text.Length * 2);
        for (var i = 0; i < text.Length;)
        {
            var code = CodeAt(text, i);
            DecomposeFully(code, codes);
            i += LengthOf(code);
        }

        Order(codes);
        return TextOf(codes).ToString();
    }

    private static void DecomposeFully(int code, List<int> codes)
    {
        if (CompatibilityMappings.Has(code))
        {
            foreach (var part in CompatibilityMappings.PartsOf(code))
            {
                DecomposeFully(part, codes);
            }

            return;
        }

        var start = codes.Count;
        Decompose(code, codes);
        // A canonical decomposition may have a compatibility one in turn: U+1E9B is a long s with a dot.
        if (codes[start] != code && CompatibilityMappings.Has(codes[start]))
        {
            var rest = codes.GetRange(start + 1, codes.Count - start - 1);
            var first = codes[start];
            codes.RemoveRange(start, codes.Count - start);
            DecomposeFully(first, codes);
            codes.AddRange(rest);
        }
    }

    private static StringBuilder TextOf(List<int> codes)
    {
        var text = new StringBuilder(codes.Count);
        foreach (var code in codes)
        {
            _ = code > char.MaxValue ? text.Append(char.ConvertFromUtf32(code)) : text.Append((char)code);
        }

        return text;
    }

    // A lone surrogate is kept.
    private static int CodeAt(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];

    private static int LengthOf(int code) => code > char.MaxValue ? 2 : 1;

    private static void Decompose(int code, List<int> codes)
    {
        if (code < FirstComposite)
        {
            codes.Add(code);
            return;
        }

        if (code - SyllableBase is >= 0 and < SyllableCount and var syllable)
        {
            codes.Add(LeadBase + (syllable / (VowelCount * TailCount)));
            codes.Add(VowelBase + (syllable / TailCount % VowelCount));
            if (syllable % TailCount > 0)
            {
                codes.Add(TailBase + (syllable % TailCount));
            }

            return;
        }

        if (CanonicalMappings.Decompose(code) is not var (first, second))
        {
            codes.Add(code);
            return;
        }

        // Only the first of the two can be decomposed further.
        Decompose(first, codes);
        if (second != 0)
        {
            codes.Add(second);
        }
    }

    // Canonical ordering (D109): marks of different classes do not interact and are sorted by class; within a class order is kept.
    private static void Order(List<int> codes)
    {
        for (var start = 0; start < codes.Count; start++)
        {
            var end = start;
            while (end < codes.Count && CanonicalMappings.ClassOf(codes[end]) > 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = codes.GetRange(start, end - start).OrderBy(CanonicalMappings.ClassOf).ToArray();
                for (var i = 0; i < sorted.Length; i++)
                {
                    codes[start + i] = sorted[i];
                }
            }

            start = end;
        }
    }

    // A mark composes with the last letter unless a mark of the same class, or another letter, blocks it (D115, D117).
    private static void Compose(List<int> codes)
    {
        var (length, starter, between) = (0, -1, -1);
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            var own = CanonicalMappings.ClassOf(code);
            if (starter >= 0 && between < own && ComposeTwo(codes[starter], code) is { } composite)
            {
                codes[starter] = composite;
                continue;
            }

            (starter, between) = own == 0 ? (length, -1) : (starter, own);
            codes[length++] = code;
        }

        codes.RemoveRange(length, codes.Count - length);
    }

    private static int? ComposeTwo(int first, int second)
    {
        var (lead, vowel) = (first - LeadBase, second - VowelBase);
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
        {
            return SyllableBase + (((lead * VowelCount) + vowel) * TailCount);
        }

        var (syllable, tail) = (first - SyllableBase, second - TailBase);
        return syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount
            ? first + tail
            : CanonicalMappings.Compose(first, second);
    }
}
