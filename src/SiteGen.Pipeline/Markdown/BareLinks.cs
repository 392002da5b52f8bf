using System.Buffers;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Tells whether a text may hold a bare URL that GFM turns into a link (GFM 0.29 §6.9).</summary>
/// <remarks>
/// Markdig's search, character by character, takes nearly half of the time of parsing Markdown, and most posts have
/// no bare URLs.
/// </remarks>
internal static class BareLinks
{
    private static readonly SearchValues<string> s_marks =
        SearchValues.Create(["://", "www.", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether one of the marks is where GFM recognizes it: at the start of the text, a quote or a cell, or after white
    /// space or <c>* _ ~ (</c>.
    /// </summary>
    public static bool MayBeIn(string markdown)
    {
        for (var at = 0; at < markdown.Length; at++)
        {
            var next = markdown.AsSpan(at).IndexOfAny(s_marks);
            if (next < 0)
            {
                return false;
            }

            at += next;
            if (IsBare(markdown, at, hasScheme: markdown[at] == ':'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBare(string markdown, int at, bool hasScheme)
    {
        while (hasScheme && at > 0 && char.IsAsciiLetter(markdown[at - 1]))
        {
            at--;
        }

        if (at == 0)
        {
            return true;
        }

        // The target of '[text](…)': Markdown's own link. '[label]: …' may be one too, or prose.
        var isTarget = at > 1 && markdown[at - 1] == '(' && markdown[at - 2] == ']';
        return !isTarget && (char.IsWhiteSpace(markdown[at - 1]) || markdown[at - 1] is '*' or '_' or '~' or '(' or '>' or '|');
    }
}
