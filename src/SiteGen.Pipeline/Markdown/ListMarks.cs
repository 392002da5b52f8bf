namespace SiteGen.Pipeline.Markdown;

/// <summary>Marks of list items with a non-breaking space, as word processors leave them: CommonMark knows the blank only.</summary>
internal static class ListMarks
{
    private const char NonBreaking = '\u00A0';

    /// <summary>The text with a blank after the marks of items that follow another item; no longer and no shorter than before.</summary>
    public static string WithBlanks(string markdown) =>
        markdown.Contains(NonBreaking, StringComparison.Ordinal) ? Replace(markdown) : markdown;

    private static string Replace(string markdown)
    {
        char[]? changed = null;
        var (last, isFenced) = (Mark.None, false);
        for (var start = 0; start < markdown.Length;)
        {
            var rest = markdown.AsSpan(start);
            var line = rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
            var text = line.TrimStart(" \t");
            isFenced ^= text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal);
            var (mark, length) = isFenced ? (Mark.None, 0) : MarkOf(text);
            if (mark != Mark.None && mark == last && text[length] == NonBreaking)
            {
                changed ??= markdown.ToCharArray();
                changed[start + line.Length - text.Length + length] = ' ';
            }

            // An item before it, with nothing but blank lines in between, makes the line one more.
            last = text.TrimEnd().IsEmpty ? last : mark;
            start += line.Length + 1;
        }

        return changed is null ? markdown : new string(changed);
    }

    private static (Mark Kind, int Length) MarkOf(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 10)
        {
            return (text[digits] is '.' or ')') && IsBlank(text, digits + 1) ? (Mark.Number, digits + 1) : (Mark.None, 0);
        }

        return digits == 0 && (text[0] is '-' or '*' or '+') && IsBlank(text, 1) ? (Mark.Bullet, 1) : (Mark.None, 0);
    }

    private static bool IsBlank(ReadOnlySpan<char> text, int at) => at < text.Length && (text[at] is ' ' or '\t' or NonBreaking);

    private enum Mark
    {
        None,
        Number,
        Bullet,
    }
}
