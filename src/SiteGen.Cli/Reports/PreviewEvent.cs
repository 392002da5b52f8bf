using System.Buffers;
using System.Text.Json;
using SiteGen.Server.Notifying;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>The events of a preview, one JSON value on each line; <c>static/schemas/preview-event.json</c> describes them.</summary>
internal static class PreviewEvent
{
    /// <summary>Writes an event.</summary>
    /// <returns>Whether it is one for other programs: what only repeats another is not.</returns>
    public static bool Write(PreviewReport report, ReportPaths paths, IBufferWriter<byte> output)
    {
        if (report is PreviewReport.At)
        {
            return false;
        }

        JsonDocumentWriter.WriteLine(output, json =>
        {
            json.WriteStartObject();
            Write(json, report, paths);
            json.WriteEndObject();
        });
        return true;
    }

    private static void Write(Utf8JsonWriter json, PreviewReport report, ReportPaths paths)
    {
        switch (report)
        {
            case PreviewReport.OtherPort port:
                json.WriteString("event", "port");
                json.WriteNumber("wanted", port.Wanted);
                json.WriteNumber("port", port.Port);
                break;
            case PreviewReport.Ready ready:
                json.WriteString("event", "ready");
                json.WriteString("url", ready.Address.AbsoluteUri);
                json.WriteNumber("outputs", ready.Outputs);
                json.WriteNumber("milliseconds", (long)ready.Elapsed.TotalMilliseconds);
                break;
            case PreviewReport.Rebuilt rebuilt:
                json.WriteString("event", "rebuilt");
                json.WriteStartArray("changed");
                foreach (var path in rebuilt.Changed)
                {
                    json.WriteStringValue(paths.Of(path));
                }

                json.WriteEndArray();
                json.WriteNumber("milliseconds", (long)rebuilt.Elapsed.TotalMilliseconds);
                break;
            case PreviewReport.Problems problems:
                WriteProblems(json, problems, paths);
                break;
        }
    }

    private static void WriteProblems(Utf8JsonWriter json, PreviewReport.Problems problems, ReportPaths paths)
    {
        json.WriteString("event", "problems");
        json.WriteNumber("errors", problems.Left.Count(problem => problem.IsError));
        json.WriteNumber("warnings", problems.Left.Count(problem => problem.Severity == DiagnosticSeverity.Warning));
        json.WriteNumber("fixed", problems.Fixed);
        json.WriteStartArray("new");
        foreach (var problem in problems.New.Where(problem => problem.Severity != DiagnosticSeverity.Note))
        {
            JsonReport.WriteDiagnostic(json, problem, paths);
        }

        json.WriteEndArray();
    }
}
