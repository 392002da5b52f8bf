using System.Buffers;
using System.Text;
using SiteGen.Text;
using static System.FormattableString;

namespace SiteGen.Cli.Reports;

/// <summary>Workflow commands, which GitHub Actions turns into annotations of the files of a change.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflow-commands-for-github-actions.</remarks>
internal static class GitHubReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(BuildReport report, IBufferWriter<byte> output)
    {
        var lines = new StringBuilder();
        foreach (var problem in report.Diagnostics)
        {
            Append(lines, problem, report.Paths);
        }

        output.Write(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    private static void Append(StringBuilder lines, Diagnostic problem, ReportPaths paths)
    {
        lines.Append("::").Append(problem.Severity == DiagnosticSeverity.Note ? "notice" : problem.SeverityName).Append(' ');
        if (paths.Of(problem.Path) is { } path)
        {
            lines.Append("file=").Append(Property(path)).Append(',');
        }

        if (problem.Start != LinePosition.None)
        {
            var last = Math.Max(problem.End.Column - 1, problem.Start.Column);
            // Both columns are those of one line.
            var end = problem.End.Line > problem.Start.Line
                ? Invariant($"endLine={problem.End.Line}")
                : Invariant($"endLine={problem.Start.Line},endColumn={last}");
            lines.Append(Invariant($"line={problem.Start.Line},col={problem.Start.Column},{end},"));
        }

        lines.Append("title=").Append(Property($"{problem.Rule.Code} {problem.Rule.Name}")).Append("::").Append(TextOf(problem, paths));
        lines.Append('\n');
    }

    private static string TextOf(Diagnostic problem, ReportPaths paths)
    {
        var text = new StringBuilder(Visible(problem.Message));
        foreach (var note in problem.Notes)
        {
            var line = note.Start == LinePosition.None ? "" : Invariant($"({note.Start.Line})");
            text.Append('\n').Append(Visible($"{paths.Of(note.Path)}{line}: {note.Message}"));
        }

        return Data((problem.Hint is null ? text : text.Append("\nhint: ").Append(Visible(problem.Hint))).ToString());
    }

    private static string Visible(string text) => VisibleText.OneLine(text);

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
