using System.Buffers;
using System.Text.Json;
using SiteGen.Pipeline;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>Our own JSON, which <c>static/schemas/build-report.json</c> describes.</summary>
internal static class JsonReport
{
    private const int FormatVersion = 1;

    /// <summary>Writes a report.</summary>
    public static void Write(BuildReport report, IBufferWriter<byte> output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", FormatVersion);
        json.WriteString("version", report.Version);
        json.WriteNumber("exit_code", report.ExitCode);
        json.WriteNumber("errors", report.Count(DiagnosticSeverity.Error));
        json.WriteNumber("warnings", report.Count(DiagnosticSeverity.Warning));
        WriteResult(json, report.Result);
        json.WriteStartArray("diagnostics");
        foreach (var problem in report.Diagnostics)
        {
            WriteDiagnostic(json, problem, report.Paths);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Writes one problem.</summary>
    public static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic problem, ReportPaths paths)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Rule.Code);
        json.WriteString("rule", problem.Rule.Name);
        json.WriteString("severity", problem.SeverityName);
        WriteLocation(json, paths.Of(problem.Path), problem.Start);
        if (problem.End != problem.Start)
        {
            json.WriteNumber("end_line", problem.End.Line);
            json.WriteNumber("end_column", problem.End.Column);
        }

        json.WriteString("message", problem.Message);
        WriteUnlessEmpty(json, "hint", problem.Hint);
        WriteUnlessEmpty(json, "source", problem.LineText);
        if (!problem.Notes.IsEmpty)
        {
            WriteNotes(json, problem, paths);
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, BuildResult? result)
    {
        if (result is null)
        {
            return;
        }

        json.WriteNumber("known_warnings", result.Known.Length);
        json.WriteStartObject("outputs");
        foreach (var (kind, count) in result.Outputs)
        {
            json.WriteNumber(JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), count);
        }

        json.WriteEndObject();
        if (result.Changes is { } changes)
        {
            json.WriteStartObject("changes");
            json.WriteNumber("created", changes.Created);
            json.WriteNumber("replaced", changes.Replaced);
            json.WriteNumber("removed", changes.Removed);
            json.WriteEndObject();
        }
    }

    private static void WriteNotes(Utf8JsonWriter json, Diagnostic problem, ReportPaths paths)
    {
        json.WriteStartArray("notes");
        foreach (var note in problem.Notes)
        {
            json.WriteStartObject();
            WriteLocation(json, paths.Of(note.Path), note.Start);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, string? path, LinePosition start)
    {
        WriteUnlessEmpty(json, "path", path);
        if (start != LinePosition.None)
        {
            json.WriteNumber("line", start.Line);
            json.WriteNumber("column", start.Column);
        }
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
