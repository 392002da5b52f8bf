using System.Text.RegularExpressions;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Finds the cause of YAML that cannot be read, where the parser reports a consequence of it.</summary>
internal static partial class YamlMistake
{
    /// <summary>The cause, at its own line; the problem as it is when no cause is known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineOffset">The lines of the file before it.</param>
    /// <param name="problem">What the parser says, and where.</param>
    public static YamlProblem CauseOf(string text, int lineOffset, YamlProblem problem)
    {
        var lines = text.Split('\n');
        return problem.IsLimit ? problem
            : MergeConflict(lines, lineOffset)
                ?? UnclosedBracket(lines, lineOffset)
                ?? Tab(lines, problem, lineOffset)
                ?? NoKey(lines, problem.At.Line - lineOffset - 1, lineOffset)
                ?? Indentation(lines, problem.At.Line - lineOffset - 1, lineOffset)
                ?? problem;
    }

    /// <summary>Whether a line opens a merge conflict.</summary>
    public static bool OpensConflict(ReadOnlySpan<char> line) => line.StartsWith("<<<<<<< ");

    private static YamlProblem? MergeConflict(string[] lines, int lineOffset)
    {
        var line = Array.FindIndex(lines, line => OpensConflict(line));
        return line < 0 ? null : new YamlProblem("a merge conflict begins here", new LinePosition(lineOffset + line + 1, 1), IsLimit: true)
        {
            Hint = SiteGen.Text.MergeConflict.Hint,
        };
    }

    // The parser notices a tab at the line above it.
    private static YamlProblem? Tab(string[] lines, YamlProblem problem, int lineOffset)
    {
        var line = Array.FindIndex(lines, Math.Clamp(problem.At.Line - lineOffset - 1, 0, lines.Length), IsIndentedWithTab);
        return line < 0 || line > problem.At.Line - lineOffset ? null : new YamlProblem(
            "this line is indented with a tab", new LinePosition(lineOffset + line + 1, 1), false)
        {
            Hint = "indent with spaces: YAML allows no tabs there",
        };
    }

    private static bool IsIndentedWithTab(string line) => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t');

    // A line at the margin between keys that is neither a key nor an item.
    private static YamlProblem? NoKey(string[] lines, int at, int lineOffset)
    {
        var isText = at >= 0 && at < lines.Length && lines[at] is [var first, ..] && (char.IsLetter(first) || first == '_')
            && KeyOfLine(lines[at]) is null && lines[..at].Any(line => KeyOfLine(line) is { } key && IndentOf(key) == 0);
        return !isText ? null : new YamlProblem("this line is no 'key: value'", new LinePosition(lineOffset + at + 1, 1), false)
        {
            Hint = "write ':' and a blank behind the key; indent a line that belongs to the text above it",
        };
    }

    // A bracket that is still open where a line begins with a key that is indented no deeper, or at the end.
    private static YamlProblem? UnclosedBracket(string[] lines, int lineOffset)
    {
        var open = new Stack<(int Line, int Column, char Bracket)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (open.Count > 0 && KeyOfLine(lines[i]) is not null && IndentOf(lines[i]) <= IndentOf(lines[open.Peek().Line]))
            {
                break;
            }

            ReadBrackets(lines[i], i, open);
        }

        if (open.Count == 0)
        {
            return null;
        }

        var (line, column, bracket) = open.Peek();
        var (kind, closing) = bracket == '[' ? ("list", ']') : ("map", '}');
        return new YamlProblem($"the {kind} that opens here is not closed", new LinePosition(lineOffset + line + 1, column + 1), false)
        {
            Hint = $"add '{closing}' at its end; put a text that begins with '{bracket}' in quotes",
        };
    }

    private static void ReadBrackets(string line, int number, Stack<(int Line, int Column, char Bracket)> open)
    {
        var isAtStart = open.Count > 0;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '#' when i == 0 || line[i - 1] == ' ':
                    return;
                case '"' or '\'' when isAtStart:
                    var closing = line.IndexOf(line[i], i + 1);
                    i = closing < 0 ? line.Length : closing;
                    break;
                case '[' or '{' when isAtStart:
                    open.Push((number, i, line[i]));
                    break;
                case ']' or '}':
                    _ = open.TryPop(out _);
                    break;
            }

            // A value begins behind ': ', '- ', ',' and an opening bracket.
            isAtStart = i < line.Length && (line[i] switch
            {
                ' ' => isAtStart || (i > 0 && line[i - 1] is ':' or '-'),
                ',' => open.Count > 0,
                '[' or '{' => open.Count > 0,
                _ => false,
            });
        }
    }

    // A key or an item that stands in no column in which one above it stands, or deeper than one that has its value already.
    private static YamlProblem? Indentation(string[] lines, int at, int lineOffset)
    {
        if (at < 0 || at >= lines.Length || (KeyOfLine(lines[at]) is null && !IsItem(lines[at])))
        {
            return null;
        }

        var indent = IndentOf(lines[at]);
        var above = lines[..at].Where(line => KeyOfLine(line) is not null || IsItem(line)).ToArray();
        var isDeeper = above.LastOrDefault() is { } last && indent > IndentOf(last) && HasValue(last);
        if (above.Length == 0 || (!isDeeper && above.Any(line => IndentOf(line) == indent)))
        {
            return null;
        }

        var others = IndentOf(above[^1]);
        return new YamlProblem(
            $"this line is indented by {Spaces(indent)}, and the line above by {Spaces(others)}",
            new LinePosition(lineOffset + at + 1, indent + 1),
            false)
        {
            Hint = "let keys that belong together start in the same column",
            IsIndentation = true,
        };
    }

    private static string Spaces(int count) => count == 1 ? "1 space" : FormattableString.Invariant($"{count} spaces");

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    private static bool IsItem(string line) => line.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal);

    private static bool HasValue(string line) => line.TrimEnd() is not ([.., ':'] or [.., ':', ' ', '|' or '>']);

    private static string? KeyOfLine(string line) => Key().Match(line) is { Success: true, Value: var key } ? key : null;

    [GeneratedRegex("^ *[\\p{L}_][\\p{L}\\p{N}_. -]*:(?=\\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
