using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown;

/// <summary>The unsupported shortcodes of a text; they are left in it unchanged.</summary>
/// <param name="Name">The name of the first.</param>
/// <param name="Start">The offset of the first.</param>
/// <param name="Length">The length of the first.</param>
/// <param name="Count">How many there are.</param>
internal sealed record UnreadShortcodes(string Name, int Start, int Length, int Count);

/// <summary>Finds the shortcodes of other generators that have a paragraph, or a line of one, to themselves.</summary>
/// <remarks>
/// Hugo: <c>{{&lt; figure … &gt;}}</c> and <c>{{% notice %}}</c>; Jekyll and Eleventy: <c>{% include … %}</c>; WordPress:
/// <c>[gallery ids="1"]</c>. Code is skipped, and so are <c>{{ braces }}</c>, which posts about templates contain.
/// </remarks>
internal static partial class MarkdownShortcodes
{
    // One vectorized pass, because nearly every text has none.
    private static readonly SearchValues<string> s_marks =
        SearchValues.Create(["{{<", "{{%", "{%", "[gallery", "[caption", "[playlist"], StringComparison.Ordinal);

    /// <summary>Whether a text may hold one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> markdown) => markdown.ContainsAny(s_marks);

    /// <summary>The shortcodes of a text; null when there are none.</summary>
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
        var (start, end) = (paragraph.Span.Start, int.Min(paragraph.Span.End + 1, markdown.Length));
        // A link may be written in brackets, and all of a paragraph may be code.
        if (start < 0 || start >= end || paragraph.Inline?.FirstChild is null or CodeInline or LinkInline)
        {
            yield break;
        }

        var text = markdown[start..end];
        // Markdown takes a '>}}' in a line of its own for a quotation after the paragraph.
        var isCutOff = markdown.AsSpan(end).TrimStart().StartsWith(">}}", StringComparison.Ordinal)
            && !text.Contains("}}", StringComparison.Ordinal);
        if (Shortcode().Match(text.Trim() + (isCutOff ? "\n>}}" : "")) is { Success: true } whole)
        {
            yield return (whole.Groups["name"].Value, start, text.Split('\n')[0].TrimEnd().Length);
            yield break;
        }

        // A line of multi-line code may look like a shortcode.
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

    // Closing shortcodes ('{{< /note >}}', '{% endraw %}') are reported with their opening ones.
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
