using System.Buffers;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Markdown.Embeds;

namespace SiteGen.Pipeline.Markdown.Shortcodes;

/// <summary>Finds the parts of a text that are code, formulas or comments, in which marks of other programs mean themselves.</summary>
internal static class CodeRanges
{
    private static readonly string[] s_names = ["pre", "code", "script", "style", "textarea", "kbd", "samp"];

    private static readonly SearchValues<string> s_openings =
        SearchValues.Create([.. s_names.Select(name => '<' + name), "<!--"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of a Markdown text; what became a card is among them.</summary>
    /// <param name="document">The text, parsed with precise locations.</param>
    /// <param name="markdown">The text.</param>
    public static TextRanges In(MarkdownDocument document, string markdown)
    {
        var ranges = new TextRanges();
        foreach (var part in document.Descendants())
        {
            if (part is CodeBlock or CodeInline or MathInline || (part is LeafBlock block && MarkdownEmbeds.IsEmbed(block)))
            {
                ranges.Add(part.Span.Start, part.Span.End + 1);
            }
        }

        AddHtml(markdown, ranges);
        return ranges.FromStart();
    }

    /// <summary>The parts of an HTML text.</summary>
    public static TextRanges InHtml(string html)
    {
        var ranges = new TextRanges();
        AddHtml(html, ranges);
        return ranges.FromStart();
    }

    private static void AddHtml(string text, TextRanges code)
    {
        var added = new List<(int Start, int End)>();
        // A tag that is never closed is searched for once.
        var unclosed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        code.FromStart();
        var at = 0;
        while (text.AsSpan(at).IndexOfAny(s_openings) is >= 0 and var offset)
        {
            at += offset;
            if (code.EndAt(at) is var end && end > at)
            {
                at = int.Min(end, text.Length);
                continue;
            }

            var closing = ClosingOf(text, at);
            if (closing is null || unclosed.Contains(closing))
            {
                at++;
                continue;
            }

            var close = text.IndexOf(closing, at, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
            {
                unclosed.Add(closing);
                continue;
            }

            added.Add((at, close + closing.Length));
            at = close + closing.Length;
        }

        added.ForEach(range => code.Add(range.Start, range.End));
    }

    private static string? ClosingOf(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0)
        {
            return "-->";
        }

        var name = Array.Find(s_names, name => string.Compare(text, at + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (at + 1 + name.Length >= text.Length || !char.IsAsciiLetterOrDigit(text[at + 1 + name.Length])));
        return name is null ? null : $"</{name}>";
    }
}
