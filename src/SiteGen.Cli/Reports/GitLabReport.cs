using System.Buffers;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>A Code Quality report, which GitLab shows in merge requests.</summary>
/// <remarks>https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.</remarks>
internal static class GitLabReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(BuildReport report, IBufferWriter<byte> output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var (problem, number) in Numbered.Problems(report.Diagnostics))
        {
            json.WriteStartObject();
            json.WriteString("description", BuildReport.TextOf(problem));
            json.WriteString("check_name", problem.Rule.Name);
            json.WriteString("fingerprint", report.Paths.FingerprintOf(problem, number));
            json.WriteString("severity", SeverityOf(problem.Severity));
            json.WriteStartObject("location");
            // Path and line are required: problems of the whole site get line 1 of the configuration.
            json.WriteString("path", report.Paths.Of(problem.Path) ?? report.Paths.Of("sitegen.yml"));
            json.WriteStartObject("lines");
            json.WriteNumber("begin", Math.Max(problem.Start.Line, 1));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "major",
        DiagnosticSeverity.Warning => "minor",
        _ => "info",
    };
}
