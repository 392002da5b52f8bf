using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>One message to browsers, as server-sent events are written (WHATWG HTML, 9.2).</summary>
internal sealed record EventMessage(string Kind, ReadOnlyMemory<byte> Bytes)
{
    private const int MostProblems = 20;

    /// <summary>Load the page again.</summary>
    public static EventMessage Reload { get; } = Create("reload", static _ => { });

    /// <summary>Nothing; says that the line is open.</summary>
    public static EventMessage Ping { get; } = new("", ":\n\n"u8.ToArray());

    /// <summary>The page is at another address now.</summary>
    public static EventMessage Moved(string url) => Create("moved", json => json.WriteString("url", url));

    /// <summary>Style sheets to be swapped; nothing else of the page has changed.</summary>
    public static EventMessage Styles(IEnumerable<(string Before, string Now)> sheets, Fingerprint fingerprint) => Create("styles", json =>
    {
        json.WriteString("print", fingerprint.ToString());
        json.WriteStartArray("sheets");
        foreach (var (before, now) in sheets)
        {
            json.WriteStartArray();
            json.WriteStringValue(before);
            json.WriteStringValue(now);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    /// <summary>What is wrong. Warnings alone are not worth covering a page for.</summary>
    public static EventMessage Problems(ImmutableArray<Diagnostic> problems) => Create("problems", json =>
    {
        var errors = problems.Where(problem => problem.IsError).ToArray();
        json.WriteStartArray("problems");
        foreach (var problem in errors.Take(MostProblems))
        {
            Write(json, problem);
        }

        json.WriteEndArray();
        var warnings = problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
        var (more, rest) = (Math.Max(0, errors.Length - MostProblems), warnings > 0 ? Counted(warnings, "warning") : "");
        json.WriteString("more", more > 0 ? $"and {Counted(more, "more error")}{(rest.Length > 0 ? $", {rest}" : "")}: see the terminal" : errors.Length > 0 && rest.Length > 0 ? $"and {rest}: see the terminal" : "");
    });

    private static string Counted(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static void Write(Utf8JsonWriter json, Diagnostic problem)
    {
        json.WriteStartObject();
        var place = problem.Path.Length == 0 ? "sitegen" : problem.Path;
        json.WriteString("place", problem.Start == LinePosition.None ? place : string.Create(CultureInfo.InvariantCulture, $"{place}, line {problem.Start.Line}, column {problem.Start.Column}"));
        json.WriteString("message", problem.Message);
        json.WriteString("excerpt", ExcerptOf(problem));
        json.WriteString("hint", problem.Hint);
        json.WriteEndObject();
    }

    // The text for terminals has the source line and the caret in the lines that begin with a bar.
    private static string ExcerptOf(Diagnostic problem) =>
        string.Join('\n', problem.ToText().Split('\n').Where(line => line.StartsWith("  | ", StringComparison.Ordinal)).Select(line => line[4..]));

    private static EventMessage Create(string kind, Action<Utf8JsonWriter> write)
    {
        var data = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(data))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new EventMessage(kind, (byte[])[.. "event: "u8, .. System.Text.Encoding.ASCII.GetBytes(kind), .. "\ndata: "u8, .. data.WrittenSpan, .. "\n\n"u8]);
    }
}
