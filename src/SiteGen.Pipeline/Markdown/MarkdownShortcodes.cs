using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown;

/// <summary>The shortcodes of a text that nothing here understands: they stand in it as they are.</summary>
/// <param name="Name">The name of the first.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Count">How many there are.</param>
internal sealed record UnreadShortcodes(string Name, int Start, int Length, int Count);

/// <summary>Finds the shortcodes of other blogs' programs that stand alone in a paragraph, or alone in a line of one.</summary>
/// <remarks>
/// Hugo: <c>{{&lt; figure … &gt;}}</c> and <c>{{% notice %}}</c>; Jekyll and Eleventy: <c>{% include … %}</c>; WordPress:
/// <c>[gallery ids="1"]</c>. Code is not looked at, and neither are <c>{{ braces }}</c>, of which people write.
/// </remarks>
internal static partial class MarkdownShortcodes
{
    // All in one pass: nearly every text has none.
    private static readonly SearchValues<string> s_marks = SearchValues.Create(["{{<", "{{%", "{%", "[gallery", "[caption", "[playlist"], StringComparison.Ordinal);

    /// <summary>Whether a text may hold one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> markdown) => markdown.ContainsAny(s_marks);

    /// <summary>What stands in a text; null where there is none.</summary>
    public static UnreadShortcodes? Find(MarkdownDocument document, string markdown)
    {
        UnreadShortcodes? first = null;
        var count = 0;
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
        {
            foreach (var (name, start, length) in In(paragraph, markdown))
            {
                first ??= new UnreadShortcodes(name, start, length, 0);
                count++;
            }
        }

        return first is null ? null : first with { Count = count };
    }

    private static IEnumerable<(string Name, int Start, int Length)> In(ParagraphBlock paragraph, string markdown)
    {
        var (start, end) = (paragraph.Span.Start, Math.Min(paragraph.Span.End + 1, markdown.Length));
        // A link may be written in brackets, and all of a paragraph may be code.
        if (start < 0 || start >= end || paragraph.Inline?.FirstChild is null or CodeInline or LinkInline)
        {
            yield break;
        }

        var text = markdown[start..end];
        // Where '>}}' stands in a line of its own, Markdown has taken it for a quotation behind the paragraph.
        var closing = markdown.AsSpan(end).TrimStart().StartsWith(">}}", StringComparison.Ordinal) && !text.Contains("}}", StringComparison.Ordinal) ? "\n>}}" : "";
        if (Shortcode().Match(text.Trim() + closing) is { Success: true } whole)
        {
            yield return (whole.Groups["name"].Value, start, text.Split('\n')[0].TrimEnd().Length);
            yield break;
        }

        // A piece of code that goes over lines may hold a line that looks like one.
        if (paragraph.Inline.Descendants<CodeInline>().Any())
        {
            yield break;
        }

        var at = start;
        foreach (var line in text.Split('\n'))
        {
            if (Shortcode().Match(line.Trim()) is { Success: true } alone)
            {
                yield return (alone.Groups["name"].Value, at + line.Length - line.TrimStart().Length, line.Trim().Length);
            }

            at += line.Length + 1;
        }
    }

    // What closes one ('{{< /note >}}', '{% endraw %}') is told with what opens it.
    [GeneratedRegex("""
        ^(
          \{\{<\s*(?<name>[\p{L}_][\w./-]*)(?=[\s/>])[^{}]*>\}\}
        | \{\{%\s*(?<name>[\p{L}_][\w./-]*)(?=[\s/%])[^{}]*%\}\}
        | \{%-?\s*(?!end)(?<name>[\p{L}_][\w-]*)(?=[\s%-])([^{}%]|%(?!\})|\{\{[^{}]*\}\})*%\}
        | \[(?<name>gallery|caption|playlist)(\s+\w+=("[^"\]]*"|'[^'\]]*'|[^\s\]]+))*\s*\](.*\[/caption\])?
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Shortcode();
}
