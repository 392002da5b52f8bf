using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>In which file of an index a term or a post is; <c>search.js</c> computes the same.</summary>
internal static class SearchFiles
{
    // Words with the same three first characters are in one file, so that it has all that begins with what was typed.
    private const int PrefixLength = 3;

    /// <summary>The number of the file of a term.</summary>
    public static int OfTerm(ReadOnlySpan<byte> term, int files)
    {
        if (files == 1)
        {
            return 0;
        }

        Span<char> text = stackalloc char[SearchText.LongestTerm * 2];
        var length = Encoding.UTF8.GetChars(term, text);
        Rune.DecodeFromUtf16(text[..length], out var first, out var firstLength);
        return (int)(HashOf(text[..(SearchText.IsDense(first.Value) ? firstLength : Math.Min(length, PrefixLength))]) % (uint)files);
    }

    /// <summary>A hash that is the same everywhere (FNV-1a, 32 bits, over UTF-16 code units).</summary>
    public static uint HashOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * 16777619);
        }

        return hash;
    }
}
