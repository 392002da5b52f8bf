using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SiteGen.Text;
using static System.FormattableString;

namespace SiteGen.Server.Notifying;

/// <summary>One message to browsers: a server-sent event (HTML Living Standard §9.2).</summary>
internal sealed record EventMessage(string Kind, ReadOnlyMemory<byte> Bytes)
{
    private const int MaxProblems = 50;

    /// <summary>Reload the page.</summary>
    public static EventMessage Reload { get; } = Create("reload", static _ => { });

    /// <summary>An empty comment, which opens the stream.</summary>
    public static EventMessage Ping { get; } = new("", ":\n\n"u8.ToArray());

    /// <summary>The page has moved to another URL.</summary>
    public static EventMessage Moved(string url) => Create("moved", json => json.WriteString("url", url));

    /// <summary>Style sheets to swap; nothing else of the page has changed.</summary>
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

    /// <summary>The errors and the warnings. Only errors open the list: warnings alone must not cover a page.</summary>
    public static EventMessage Problems(ImmutableArray<Diagnostic> problems) => Create("problems", json =>
    {
        var shown = problems.Where(problem => problem.Severity > DiagnosticSeverity.Note)
            .OrderByDescending(problem => problem.Severity).ToArray();
        var errors = shown.Count(problem => problem.IsError);
        json.WriteBoolean("opens", errors > 0);
        json.WriteString("summary", Summary(errors, shown.Length - errors));
        json.WriteStartArray("problems");
        foreach (var problem in shown.Take(MaxProblems))
        {
            Write(json, problem);
        }

        json.WriteEndArray();
        json.WriteString("more", shown.Length > MaxProblems ? Invariant($"and {shown.Length - MaxProblems} more: see the terminal") : "");
    });

    private static string Summary(int errors, int warnings) => string.Join(
        ", ",
        ((string[])[errors > 0 ? Counted(errors, "error") : "", warnings > 0 ? Counted(warnings, "warning") : ""])
            .Where(text => text.Length > 0));

    private static string Counted(int count, string one) =>
        Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    private static void Write(Utf8JsonWriter json, Diagnostic problem)
    {
        json.WriteStartObject();
        var (path, start) = (problem.Path.Length == 0 ? "sitegen" : problem.Path, problem.Start);
        json.WriteString("place", start == LinePosition.None
            ? path
            : Invariant($"{path}, line {start.Line}, column {start.Column}"));
        json.WriteString("severity", problem.SeverityName);
        json.WriteString("message", problem.Message);
        json.WriteString("excerpt", ExcerptOf(problem));
        json.WriteString("hint", problem.Hint);
        json.WriteEndObject();
    }

    // In the text for terminals the source line and the caret follow a bar.
    private static string ExcerptOf(Diagnostic problem)
    {
        var lines = problem.ToText().Split('\n').Where(line => line.StartsWith("  | ", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => line["  | ".Length..]));
    }

    private static EventMessage Create(string kind, Action<Utf8JsonWriter> write)
    {
        var data = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(data))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        byte[] bytes = [.. "event: "u8, .. Encoding.ASCII.GetBytes(kind), .. "\ndata: "u8, .. data.WrittenSpan, .. "\n\n"u8];
        return new EventMessage(kind, bytes);
    }
}
