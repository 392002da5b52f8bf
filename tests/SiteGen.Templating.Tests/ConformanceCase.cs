using System.Globalization;
using System.Text;
using System.Text.Json;
using SiteGen.Templating.Library;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Tests;

/// <summary>One recorded case: what is rendered and what must come of it.</summary>
internal sealed class ConformanceCase(JsonElement json)
{
    private const string MainName = "(main)";

    /// <summary>The time that templates are told.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 4, 15, 6, 7, 890, TimeSpan.Zero);

    public string Id => json.GetProperty("id").GetString()!;

    public string Area => json.GetProperty("area").GetString()!;

    public bool NeedsCultures => json.TryGetProperty("needs", out _);

    /// <summary>Runs the case; null when it comes out as recorded, else what was expected and what came.</summary>
    public string? Run(bool isStrict)
    {
        var outcome = Render(isStrict);
        var wanted = isStrict && json.TryGetProperty("strict", out var strict) ? strict : json;
        if (json.TryGetProperty("volatile", out var isVolatile) && isVolatile.GetBoolean())
        {
            return outcome.Problem is null ? null : $"expected any output, actual {outcome.Problem}";
        }

        if (wanted.TryGetProperty("error", out var error))
        {
            return CompareError(error, outcome);
        }

        var expected = wanted.GetProperty("expected").GetString()!;
        return outcome.Problem is null && outcome.Text == expected
            ? null
            : $"expected {Quoted(expected)}, actual {outcome.Problem?.ToLine() ?? Quoted(outcome.Text)}";
    }

    private static string? CompareError(JsonElement error, Outcome outcome)
    {
        if (outcome.Problem is not { } problem)
        {
            return $"expected {error.GetRawText()}, actual {Quoted(outcome.Text)}";
        }

        var kind = problem.Rule.Code.StartsWith("SG30", StringComparison.Ordinal) ? "syntax" : "runtime";
        var file = error.TryGetProperty("file", out var name) ? name.GetString()! : MainName;
        var text = problem.Message + " " + problem.Hint + " " + problem.Path;
        var words = error.TryGetProperty("contains", out var contains)
            ? contains.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];
        var isRight = kind == error.GetProperty("kind").GetString()
            && file == problem.Path
            && (IsAt(error, problem.Start, "line", "column")
                || (error.TryGetProperty("alt", out var alt) && IsAt(alt, problem.Start, "line", "column")))
            && (!error.TryGetProperty("include_line", out _) || IsAt(error, outcome.Include, "include_line", "include_column"))
            && words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        return isRight ? null : $"expected {error.GetRawText()}, actual {kind} {problem.ToLine()} (included at {outcome.Include})";
    }

    private static bool IsAt(JsonElement place, LinePosition actual, string line, string column) =>
        (!place.TryGetProperty(line, out var wantedLine) || wantedLine.GetInt32() == actual.Line)
        && (!place.TryGetProperty(column, out var wantedColumn) || wantedColumn.GetInt32() == actual.Column);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, JsonSerializerOptions.Web);

    /// <summary>What our engine makes of the case.</summary>
    public Outcome Render(bool isStrict)
    {
        var options = json.TryGetProperty("options", out var given) ? given : default;
        var parsing = new TemplateOptions { AutoIndent = Option(options, "auto_indent", 1) != 0 };
        var included = new Dictionary<string, ParseResult<Template>>();
        if (json.TryGetProperty("includes", out var includes))
        {
            foreach (var include in includes.EnumerateObject())
            {
                included[include.Name] = TemplateParser.Parse(Source(include.Name, include.Value.GetString()!), parsing);
            }
        }

        var main = TemplateParser.Parse(Source(MainName, json.GetProperty("template").GetString()!), parsing);
        if (main.Value.HasErrors)
        {
            return new Outcome("", main.Diagnostics[0], default);
        }

        var context = new RenderContext(
            TemplateSet.Create(included.Values.Select(parsed => parsed.Value)),
            BuiltinFunctions.Table,
            Rendering(options, isStrict));
        var output = new Utf8Buffer();
        var model = JsonModel.Read(json.TryGetProperty("model", out var members) ? members : default);
        if (context.Render(main.Value, model, null, output))
        {
            return new Outcome(output.ToString(), null, default);
        }

        return context.BrokenInclude is { } broken
            ? new Outcome("", included[broken.Name].Diagnostics[0], broken.Place)
            : new Outcome("", context.Diagnostics.Last(), default);
    }

    private static RenderOptions Rendering(JsonElement options, bool isStrict) => RenderOptions.Untrusted with
    {
        Clock = new StoppedClock(),
        Strict = isStrict,
        LoopLimit = Option(options, "loop_limit", 1000),
        RecursionLimit = Option(options, "recursive_limit", 100),
        TextLimit = Option(options, "limit_to_string", 1_048_576),
        RegexTimeout = TimeSpan.FromMilliseconds(Option(options, "regex_timeout_ms", 10_000)),
        IndentEmptyLines = Option(options, "indent_on_empty_lines", 1) != 0,
    };

    private static int Option(JsonElement options, string name, int usual)
    {
        if (options.ValueKind != JsonValueKind.Object || !options.TryGetProperty(name, out var value))
        {
            return usual;
        }

        return value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : Convert.ToInt32(value.GetBoolean(), CultureInfo.InvariantCulture);
    }

    private static SourceText Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The output, or the error that stopped the render and where it was included.</summary>
    internal sealed record Outcome(string Text, Diagnostic? Problem, LinePosition Include);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
