using System.Collections.Immutable;
using SiteGen.Pipeline;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>What a build has to tell another program.</summary>
/// <param name="Version">The version of this program.</param>
/// <param name="Diagnostics">The problems, in display order.</param>
/// <param name="Result">The result; null when the configuration could not be used and nothing was built.</param>
/// <param name="ExitCode">The exit code that the program ends with.</param>
/// <param name="Paths">Where the files of the problems are.</param>
internal sealed record BuildReport(
    string Version, ImmutableArray<Diagnostic> Diagnostics, BuildResult? Result, int ExitCode, ReportPaths Paths)
{
    /// <summary>The number of problems of a severity.</summary>
    public int Count(DiagnosticSeverity severity) => Diagnostics.Count(problem => problem.Severity == severity);
}
