using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules.Silencing;

/// <summary>A comment in a source that silences a rule: <c>&lt;!-- sitegen-disable-next-line broken-link --&gt;</c>.</summary>
/// <remarks>
/// The words may stand in a comment of Markdown and HTML, of YAML (<c># …</c>) and of templates (<c>{{# … }}</c>). Without
/// <c>-next-line</c> they are for the whole file.
/// </remarks>
/// <param name="RuleName">The name or the code of the rule as written; empty when none is given.</param>
/// <param name="Line">The line that it is about; 0 for the whole file.</param>
/// <param name="Start">Where the name stands.</param>
internal sealed record Suppression(string RuleName, int Line, LinePosition Start)
{
    private const string Word = "sitegen-disable";
    private const string NextLine = "-next-line";

    /// <summary>Whether it is for a problem at this position.</summary>
    public bool IsFor(Diagnostic problem) =>
        problem.Rule.CanBeSilenced && problem.Rule.IsNamed(RuleName) && (Line == 0 || Line == problem.Start.Line);

    /// <summary>The suppressions in a file.</summary>
    public static ImmutableArray<Suppression> Find(string path, ReadOnlyMemory<byte> utf8)
    {
        // Nearly every file has none, and this is all that they cost.
        if (utf8.Span.IndexOf("sitegen-disable"u8) < 0)
        {
            return [];
        }

        var map = new SourceText(path, utf8).Lines;
        var found = ImmutableArray.CreateBuilder<Suppression>();
        var fence = "";
        for (var line = 1; line <= map.Count; line++)
        {
            var text = map.LineText(line);
            fence = FenceAfter(fence, text);
            if (fence.Length == 0 && CommentIn(text) is >= 0 and var at)
            {
                AddNames(found, text, (line, at), map);
            }
        }

        return found.ToImmutable();
    }

    // In a code block the words are an example (CommonMark 0.31 §4.5).
    private static string FenceAfter(string fence, string line)
    {
        var text = line.TrimStart(' ', '>');
        var mark = text.StartsWith("```", StringComparison.Ordinal) ? '`'
            : text.StartsWith("~~~", StringComparison.Ordinal) ? '~'
            : default;
        if (mark == default)
        {
            return fence;
        }

        var run = text[..(text.Length - text.TrimStart(mark).Length)];
        return fence.Length == 0 ? run
            : run.StartsWith(fence, StringComparison.Ordinal) && text.TrimEnd() == run ? ""
            : fence;
    }

    private static int CommentIn(string line)
    {
        var at = line.IndexOf(Word, StringComparison.Ordinal);
        return at > 0 && !line.AsSpan(0, at).Contains('`')
            && (line.AsSpan(0, at).Contains("<!--", StringComparison.Ordinal) || line.AsSpan(0, at).Contains('#')) ? at : -1;
    }

    private static void AddNames(ImmutableArray<Suppression>.Builder found, string text, (int Line, int At) place, LineMap map)
    {
        var start = place.At + Word.Length;
        var isNextLine = text.AsSpan(start).StartsWith(NextLine, StringComparison.Ordinal);
        start += isNextLine ? NextLine.Length : 0;
        var target = isNextLine ? NextWritten(map, place.Line) : 0;
        var before = found.Count;
        for (var at = start; at < text.Length && (text[at] is ' ' or ',' or '\t' || IsName(text[at])); at++)
        {
            var end = at;
            while (end < text.Length && IsName(text[end]))
            {
                end++;
            }

            // The dashes of '-->' end the comment.
            if (text.AsSpan(at, end - at).Trim('-').Length > 0)
            {
                found.Add(new Suppression(text[at..end].TrimEnd('-'), target, new LinePosition(place.Line, at + 1)));
            }

            at = Math.Max(at, end - 1);
        }

        if (found.Count == before)
        {
            found.Add(new Suppression("", target, new LinePosition(place.Line, place.At + 1)));
        }
    }

    // Skips blank lines, which Markdown needs after a comment, and further comments.
    private static int NextWritten(LineMap map, int line)
    {
        do
        {
            line++;
        }
        while (line < map.Count && (string.IsNullOrWhiteSpace(map.LineText(line)) || CommentIn(map.LineText(line)) >= 0));

        return line;
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}

/// <summary>A suppression in a file.</summary>
internal sealed record FileSuppression(string Path, Suppression Suppression);
