using System.Globalization;
using System.Text.Json;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Tests;

/// <summary>Models given as JSON, as objects that templates can change.</summary>
internal static class JsonModel
{
    public static ObjectValue Read(JsonElement json)
    {
        var model = new ObjectValue();
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                model.Set(member.Name, ValueOf(member.Value));
            }
        }

        return model;
    }

    private static Value ValueOf(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return json.TryGetProperty("$date", out var date)
                    ? Value.From(DateTime.Parse(date.GetString()!, CultureInfo.InvariantCulture))
                    : json.TryGetProperty("$decimal", out var number) ? Value.From(number.GetDecimal())
                    : Value.From(Read(json));
            case JsonValueKind.Array:
                var list = new ArrayValue();
                foreach (var item in json.EnumerateArray())
                {
                    list.Add(ValueOf(item));
                }

                return Value.From(list);
            case JsonValueKind.String:
                return Value.From(json.GetString());
            case JsonValueKind.Number:
                var isReal = json.GetRawText().AsSpan().ContainsAny(".eE");
                return isReal
                    ? Value.From(json.GetDouble())
                    : json.TryGetInt32(out var small) ? Value.From(small) : Value.From(json.GetInt64());
            case JsonValueKind.True or JsonValueKind.False:
                return Value.From(json.GetBoolean());
            default:
                return Value.Nil;
        }
    }
}
