using System.Text;
using SiteGen.Text;

namespace SiteGen.Cli.Terminal;

/// <summary>Problems in colours. What is painted is the plain text, cleaned before: no sequence in it is another's.</summary>
internal static class ProblemPainter
{
    private const string Gutter = "  | ";
    private const string Hint = "  hint: ";

    /// <summary>A problem of a site.</summary>
    public static string Paint(Diagnostic problem)
    {
        string[] lines = VisibleText.Lines(problem.ToText()).TrimEnd('\n').Split('\n');
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(i == 0 ? Head(problem, lines[i])
                : lines[i].StartsWith(Gutter, StringComparison.Ordinal) ? Excerpt(problem, lines[i], isCaret: i == 2)
                : problem.Hint is not null && i == lines.Length - 1 ? Terminal.Paint.Dim(lines[i])
                : lines[i]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Why a command stops: the cleaned line and the hint.</summary>
    public static string Paint(string program, string message, string? hint) =>
        $"{Terminal.Paint.As(DiagnosticSeverity.Error, program)}: {message}\n"
        + (hint is null ? "" : $"{Terminal.Paint.Dim(Hint + hint)}\n");

    private static string Head(Diagnostic problem, string line)
    {
        // A name may hold what looks like a severity, so it is skipped.
        var start = Math.Min(VisibleText.OneLine(problem.Path).Length, line.Length);
        var end = line.IndexOf($": {problem.SeverityName} {problem.Rule.Code}: ", start, StringComparison.Ordinal);
        var severity = Terminal.Paint.As(problem.Severity, problem.SeverityName);
        return end < 0 ? line : $"{Terminal.Paint.Bold(line[..end])}: {severity}{line[(end + 2 + problem.SeverityName.Length)..]}";
    }

    private static string Excerpt(Diagnostic problem, string line, bool isCaret)
    {
        var rest = line[Gutter.Length..];
        return Terminal.Paint.Dim(Gutter.TrimEnd()) + " " + (isCaret ? Terminal.Paint.As(problem.Severity, rest) : rest);
    }
}
