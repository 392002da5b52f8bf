using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling.Searching;

/// <summary>What a file of a search index has.</summary>
internal enum SearchFileKind
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Some of the terms, and where they are.</summary>
    Terms,

    /// <summary>Some of the posts: titles, URLs and summaries.</summary>
    Posts,
}

/// <summary>In which file of an index a term or a post is; <c>search.js</c> computes the same.</summary>
internal static class SearchFiles
{
    // Words with the same three first characters are in one file, so that it has all that begins with what was typed.
    private const int PrefixLength = 3;

    private const uint Basis = 2166136261;

    /// <summary>The number of the file of a term.</summary>
    public static int OfTerm(ReadOnlySpan<byte> term, int files)
    {
        if (files == 1)
        {
            return 0;
        }

        // Most terms begin with ASCII, of which a character is a byte.
        var (hash, isAscii) = (Basis, true);
        foreach (var unit in term[..Math.Min(term.Length, PrefixLength)])
        {
            hash = Add(hash, unit);
            isAscii &= unit < 0x80;
        }

        if (isAscii)
        {
            return (int)(hash % (uint)files);
        }

        Span<char> text = stackalloc char[SearchText.LongestTerm * 2];
        var length = Encoding.UTF8.GetChars(term, text);
        Rune.DecodeFromUtf16(text[..length], out var first, out var firstLength);
        return (int)(HashOf(text[..(SearchText.IsDense(first.Value) ? firstLength : Math.Min(length, PrefixLength))]) % (uint)files);
    }

    /// <summary>A hash that is the same everywhere (FNV-1a, 32 bits, over UTF-16 code units).</summary>
    public static uint HashOf(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var unit in text)
        {
            hash = Add(hash, unit);
        }

        return hash;
    }

    private static uint Add(uint hash, uint unit) => unchecked((hash ^ unit) * 16777619);
}
