using System.Buffers;
using System.Text.Json;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which code hosts and editors read.</summary>
/// <remarks>Its levels have the names of our severities (§3.27.10).</remarks>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes a report.</summary>
    public static void Write(BuildReport report, IBufferWriter<byte> output) => JsonDocumentWriter.Write(output, json =>
    {
        DiagnosticRule[] rules =
            [.. report.Diagnostics.Select(problem => problem.Rule).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, report.Version, rules);
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Result is not null);
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var (problem, number) in Numbered.Problems(report.Diagnostics))
        {
            WriteProblem(json, problem, Array.IndexOf(rules, problem.Rule), report.Paths.FingerprintOf(problem, number), report.Paths);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, string version, DiagnosticRule[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "sitegen");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Summary);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Diagnostic.NameOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, Diagnostic problem, int rule, string fingerprint, ReportPaths paths)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", problem.Rule.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", problem.SeverityName);
        WriteText(json, "message", BuildReport.TextOf(problem));
        if (paths.UriOf(problem.Path) is { } uri)
        {
            json.WriteStartArray("locations");
            WriteLocation(json, uri, (problem.Start, problem.End), problem.LineText, null);
            json.WriteEndArray();
        }

        var notes = problem.Notes.Where(note => note.Path.Length > 0).ToArray();
        if (notes.Length > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var note in notes)
            {
                WriteLocation(json, paths.UriOf(note.Path) ?? note.Path, (note.Start, note.Start), "", note.Message);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("sitegen/v1", fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(
        Utf8JsonWriter json, string uri, (LinePosition Start, LinePosition End) at, string lineText, string? message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri);
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (at.Start != LinePosition.None)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", at.Start.Line);
            json.WriteNumber("startColumn", at.Start.Column);
            if (at.End > at.Start)
            {
                json.WriteNumber("endLine", at.End.Line);
                json.WriteNumber("endColumn", at.End.Column);
            }

            if (lineText.Length > 0)
            {
                WriteText(json, "snippet", lineText);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (message is not null)
        {
            WriteText(json, "message", message);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
