using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Scriban;
using SiteGen.Text;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>A template and its model, rendered by the package and by us.</summary>
internal sealed record OracleCase(JsonElement Json, bool IsStrict)
{
    private static readonly JsonSerializerOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The file is the one of the include; an error of the framework has no place, and some stand before the first code of the page.
    private static readonly Regex s_place = new(@"^(?<file>\S+)\((?!1,[12]\))(?<line>\d+),\d+\)", RegexOptions.CultureInvariant);

    // What the package finds before it evaluates what stands to the left of it, or the arguments that follow.
    private static readonly Regex s_early =
        new("was not found|Pipe expression destination|Unable to convert type|recursive depth", RegexOptions.CultureInvariant);

    private static readonly JsonObject s_includes = new()
    {
        ["part"] = "<i>{{ $1 }}{{ x }}</i>",
        ["plain"] = "<u>{{ x }}</u>",
        ["lines"] = "one\n  two {{ $.a }}\n",
        ["loop"] = "{{ for i in 1..3; i; x = i; end }}",
        ["early"] = "a{{ ret 5 }}b",
        ["broken"] = "{{ if }}",
        ["break"] = "{{ break }}",
        ["args"] = "{{ $ }}({{ $0 }})",
        ["count"] = "{{ x = x + 1; x }}",
        ["self"] = "{{ if x < 3; x = x + 1; include 'self'; end }}",
    };

    public static OracleCase Create(string template, JsonObject model, bool isStrict)
    {
        var json = new JsonObject { ["template"] = template, ["model"] = model.DeepClone() };
        if (template.Contains("include", StringComparison.Ordinal))
        {
            json["includes"] = s_includes.DeepClone();
        }

        return new OracleCase(JsonSerializer.SerializeToElement(json), isStrict);
    }

    public string Template => Json.GetProperty("template").GetString()!;

    /// <summary>Runs the case on an evaluator of the package and on ours.</summary>
    public OracleResult Run(TemplateContext package)
    {
        var (output, error) = PackageRenderer.Render(package, Json, IsStrict);
        var own = new ConformanceCase(Json).Render(IsStrict);
        var agrees = own.Problem is null ? own.Text == AsWritten(output) : error is not null && IsOnLine(error, own.Problem);
        return new OracleResult(agrees, own.Problem is not null, Show(AsWritten(output), error), Show(own.Text, own.Problem?.ToLine()));
    }

    // Two errors on different lines are two errors, unless the places of such errors differ anyway.
    private static bool IsOnLine(string error, Diagnostic problem) =>
        IsOfSyntax(problem)
        || s_early.IsMatch(error)
        || s_place.Match(error) is not { Success: true } place
        || place.Groups["file"].Value != problem.Path
        || place.Groups["line"].Value == problem.Start.Line.ToString(CultureInfo.InvariantCulture);

    // We report them where their cause is.
    private static bool IsOfSyntax(Diagnostic problem) => problem.Rule.Code.StartsWith("SG30", StringComparison.Ordinal);

    // In a file, half a surrogate pair is a replacement character.
    private static string? AsWritten(string? output) => output is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(output));

    private static string Show(string? output, string? error) =>
        error is null ? JsonSerializer.Serialize(output, s_format) : $"error {error}";
}

/// <summary>What the package and what our engine gives. They agree in the same output, or when both stop.</summary>
internal sealed record OracleResult(bool Agrees, bool Stops, string Package, string Own);
