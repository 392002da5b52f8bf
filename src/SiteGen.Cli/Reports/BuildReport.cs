using System.Collections.Immutable;
using SiteGen.Pipeline;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>The result of a build, for another program.</summary>
/// <param name="Version">The version of this program.</param>
/// <param name="Diagnostics">The problems, in display order.</param>
/// <param name="Result">The result; null when the configuration could not be used and nothing was built.</param>
/// <param name="ExitCode">The exit code that the program ends with.</param>
/// <param name="Paths">Where the files of the problems are.</param>
internal sealed record BuildReport(
    string Version, ImmutableArray<Diagnostic> Diagnostics, BuildResult? Result, int ExitCode, ReportPaths Paths)
{
    /// <summary>Message and hint of a problem in one line, for formats without a field for hints.</summary>
    public static string TextOf(Diagnostic problem) =>
        problem.Hint is null ? problem.Message : $"{problem.Message} (hint: {problem.Hint})";

    /// <summary>The number of problems of a severity.</summary>
    public int Count(DiagnosticSeverity severity) => Diagnostics.Count(problem => problem.Severity == severity);
}
