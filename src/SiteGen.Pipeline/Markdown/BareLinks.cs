using System.Buffers;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Tells whether a text may hold an address that GFM turns into a link by itself (GFM 0.29 §6.9).</summary>
/// <remarks>
/// Looking for such addresses letter by letter takes nearly half of the time of parsing Markdown, and most posts have
/// none outside of Markdown's own links.
/// </remarks>
internal static class BareLinks
{
    private static readonly SearchValues<string> s_marks =
        SearchValues.Create(["://", "www.", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the marks stands where GFM would look at it: at a start, behind white space, <c>* _ ~ (</c>, or where a quote or a cell starts.</summary>
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
