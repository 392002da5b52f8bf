using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SiteGen.Templating.Values;

namespace SiteGen.Benchmarks;

/// <summary>An object of a JSON model, as a host would offer one.</summary>
internal sealed class JsonMembers : IMembers
{
    private readonly Dictionary<string, Value> _members = new(StringComparer.Ordinal);

    private JsonMembers()
    {
    }

    public ImmutableArray<string> Names => [.. _members.Keys];

    public static JsonMembers Read(JsonElement json)
    {
        var members = new JsonMembers();
        foreach (var member in json.EnumerateObject())
        {
            members._members.Add(member.Name, ValueOf(member.Value));
        }

        return members;
    }

    public bool TryGet(string name, out Value value) => _members.TryGetValue(name, out value);

    private static Value ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("$date", out var date) =>
            Value.From(DateTime.Parse(date.GetString() ?? "", CultureInfo.InvariantCulture)),
        JsonValueKind.Object => Value.From(Read(json)),
        JsonValueKind.Array => Value.From(new Items([.. json.EnumerateArray().Select(ValueOf)])),
        JsonValueKind.String => Value.From(json.GetString()),
        JsonValueKind.Number => Value.From(json.GetInt32()),
        JsonValueKind.True or JsonValueKind.False => Value.From(json.GetBoolean()),
        _ => Value.Nil,
    };

    private sealed class Items(ImmutableArray<Value> values) : IItems
    {
        public int Count => values.Length;

        public Value this[int index] => values[index];
    }
}
