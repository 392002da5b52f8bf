using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>One message to browsers: a server-sent event (HTML Living Standard §9.2).</summary>
internal sealed record EventMessage(string Kind, ReadOnlyMemory<byte> Bytes)
{
    private const int MaxProblems = 20;

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

    /// <summary>The errors and the number of warnings. The overlay only opens for errors: warnings alone must not cover a page.</summary>
    public static EventMessage Problems(ImmutableArray<Diagnostic> problems) => Create("problems", json =>
    {
        var errors = problems.Where(problem => problem.IsError).ToArray();
        json.WriteStartArray("problems");
        foreach (var problem in errors.Take(MaxProblems))
        {
            Write(json, problem);
        }

        json.WriteEndArray();
        json.WriteString("more", More(errors.Length, problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning)));
    });

    private static string More(int errors, int warnings)
    {
        string[] rest =
        [
            .. errors > MaxProblems ? [Counted(errors - MaxProblems, "more error")] : (string[])[],
            .. errors > 0 && warnings > 0 ? [Counted(warnings, "warning")] : (string[])[],
        ];
        return rest.Length > 0 ? $"and {string.Join(", ", rest)}: see the terminal" : "";
    }

    private static string Counted(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static void Write(Utf8JsonWriter json, Diagnostic problem)
    {
        json.WriteStartObject();
        var (path, start) = (problem.Path.Length == 0 ? "sitegen" : problem.Path, problem.Start);
        json.WriteString("place", start == LinePosition.None
            ? path
            : string.Create(CultureInfo.InvariantCulture, $"{path}, line {start.Line}, column {start.Column}"));
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
