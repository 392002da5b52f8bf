using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>A template and its model, rendered by the package and by us.</summary>
internal sealed record OracleCase(JsonElement Json, bool IsStrict)
{
    private static readonly JsonSerializerOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonObject s_includes = new()
    {
        ["part"] = "<i>{{ $1 }}{{ x }}</i>",
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

    /// <summary>Runs the case on both.</summary>
    public OracleResult Run()
    {
        var (output, error) = PackageRenderer.Render(Json, IsStrict);
        var own = new ConformanceCase(Json).Render(IsStrict);
        var agrees = own.Problem is null ? own.Text == output : error is not null;
        return new OracleResult(agrees, own.Problem is not null, Show(output, error), Show(own.Text, own.Problem?.ToLine()));
    }

    private static string Show(string? output, string? error) =>
        error is null ? JsonSerializer.Serialize(output, s_format) : $"error {error}";
}

/// <summary>What the package and what our engine gives. They agree in the same output, or when both stop.</summary>
internal sealed record OracleResult(bool Agrees, bool Stops, string Package, string Own);
