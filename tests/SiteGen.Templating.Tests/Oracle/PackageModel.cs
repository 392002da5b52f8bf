using System.Globalization;
using System.Text.Json;
using Scriban.Runtime;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Models given as JSON, as objects of the package.</summary>
internal static class PackageModel
{
    private static object? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("$date", out var date) =>
            DateTime.Parse(date.GetString() ?? "", CultureInfo.InvariantCulture),
        JsonValueKind.Object when json.TryGetProperty("$decimal", out var number) => number.GetDecimal(),
        JsonValueKind.Object => Read(json),
        JsonValueKind.Array => new ScriptArray(json.EnumerateArray().Select(ValueOf)),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.GetRawText().AsSpan().ContainsAny(".eE") => json.GetDouble(),
        JsonValueKind.Number => json.TryGetInt32(out var small) ? small : (object)json.GetInt64(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => null,
    };

    /// <summary>The object that a JSON object describes; <c>$date</c> and <c>$decimal</c> mark what JSON has no form for.</summary>
    public static ScriptObject Read(JsonElement json)
    {
        var members = new ScriptObject();
        foreach (var member in json.EnumerateObject())
        {
            members.SetValue(member.Name, ValueOf(member.Value), readOnly: false);
        }

        return members;
    }
}
