using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Gives problems that were found after parsing the lines that they are about, for the excerpt.</summary>
/// <remarks>Only files with a problem are read again, so that the model of a site need not keep any text.</remarks>
internal static class SourceLines
{
    /// <summary>The problems, those with a location with the text of its line.</summary>
    public static IEnumerable<Diagnostic> AddTo(IReadOnlyCollection<Diagnostic> problems, SourceTree tree)
    {
        var lacking = problems.Where(Lacks).Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        if (lacking.Count == 0)
        {
            return problems;
        }

        var lines = tree.Files.Where(file => lacking.Contains(file.Path))
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Path, LinesOf, StringComparer.Ordinal);
        return problems.Select(problem =>
            Lacks(problem) && lines.GetValueOrDefault(problem.Path) is { } map ? WithLine(problem, map) : problem);
    }

    private static bool Lacks(Diagnostic problem) => problem is { LineText.Length: 0, Start.Line: > 0 };

    private static LineMap? LinesOf(SourceFile file) => file.Read(new Utf8Buffer(), out _) is { } bytes
        ? SourceEncoding.Decode(file.Path, bytes, ImmutableArray.CreateBuilder<Diagnostic>()).Lines
        : null;

    private static Diagnostic WithLine(Diagnostic problem, LineMap map)
    {
        var line = map.LineText(problem.Start.Line);
        var end = problem.End == problem.Start ? problem.Start with { Column = EndOf(line, problem.Start.Column - 1) + 1 } : problem.End;
        return problem with { LineText = line, End = end };
    }

    // The end of the key or value that starts here.
    private static int EndOf(string line, int start)
    {
        if (start >= line.Length)
        {
            return start;
        }

        if (line[start] is '"' or '\'')
        {
            var closing = line.IndexOf(line[start], start + 1);
            return closing < 0 ? line.Length : closing + 1;
        }

        var end = start + 1;
        while (end < line.Length && line[end] is not (' ' or ',' or ']' or '}') && !EndsKey(line, end))
        {
            end++;
        }

        return end;
    }

    private static bool EndsKey(string line, int at) => line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' ');
}
