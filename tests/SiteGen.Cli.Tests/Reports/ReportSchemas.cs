using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;

namespace SiteGen.Cli.Tests.Reports;

/// <summary>The schemas of the guide, which say what other programs may rely on.</summary>
internal static class ReportSchemas
{
    private static readonly EvaluationOptions s_options = new() { OutputFormat = OutputFormat.List };

    // Reading one makes it known to the others, by its address; it can be read once.
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> s_schemas = new(StringComparer.Ordinal);

    /// <summary>Fails when a JSON text is not as a schema of <c>static/schemas</c> says.</summary>
    public static void AssertValid(string json, string schemaName)
    {
        _ = Schema("diagnostic.json");
        using var document = JsonDocument.Parse(json);
        var result = Schema(schemaName).Evaluate(document.RootElement, s_options);
        var wrong = (result.Details ?? []).Where(detail => detail.Errors is not null)
            .Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}");
        Assert.True(result.IsValid, $"{string.Join('\n', wrong)}\n{json}");
    }

    private static JsonSchema Schema(string name) => s_schemas.GetOrAdd(
        name, static name => new(() => JsonSchema.FromText(Testing.Repository.Read($"static/schemas/{name}")))).Value;
}
