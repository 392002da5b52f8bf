using System.Text.Json.Nodes;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Models whose members have the names that generated templates use, mostly with the kind that the name suggests.</summary>
internal sealed class ModelGenerator(Random random)
{
    private static readonly string[] s_texts =
    [
        "", " ", "a", "Tom & \"Jerry\" <b>", "été ÄÖß", "日本語", "😀x", "12", "-1.5", "  padded\t", "line\nbreak", "a,b,,c", "true",
        "2024-02-29", "2024-01-02T03:04:05Z", "{\"k\": [1, 2.5, null]}", "YWJj", "x | y", "{{ 1 + 1 }}", "The quick brown Fox", "part", "k",
    ];

    private static readonly string[] s_dates =
        ["2024-02-29T00:00:00", "2026-06-01T12:34:56", "1999-12-31T23:59:59.987", "0001-01-01T00:00:00", "2023-10-01T09:05:07"];

    public JsonObject Create() => new()
    {
        ["n"] = Usually(Number),
        ["m"] = Usually(Number),
        ["s"] = Usually(Text),
        ["t"] = Usually(Text),
        ["b"] = Usually(() => random.Next(2) == 0),
        ["made"] = Usually(Date),
        ["list"] = Usually(() => Array(2)),
        ["words"] = Usually(() => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Text())])),
        ["numbers"] = Usually(() => new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => Number())])),
        ["posts"] = Usually(Posts),
        ["o"] = Usually(() => Object(2)),
        ["nothing"] = null,
    };

    private JsonNode? Usually(Func<JsonNode?> create) => random.Next(12) == 0 ? Any(2) : create();

    private JsonNode? Any(int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 or 1 => Number(),
        2 or 3 => Text(),
        4 => random.Next(2) == 0 ? null : random.Next(2) == 0,
        5 => Date(),
        6 or 7 => Array(depth - 1),
        _ => Object(depth - 1),
    };

    private JsonNode Number() => random.Next(10) switch
    {
        0 => 0,
        1 => 1,
        2 => -random.Next(20),
        3 => int.MaxValue,
        4 => random.NextInt64(),
        5 => random.Next(1000) / 8.0,
        6 => Math.Round(random.NextDouble() * 1e6, 3) + 0.0005,
        7 => new JsonObject { ["$decimal"] = (decimal)random.Next(-1000, 1000) / 100 },
        _ => random.Next(10),
    };

    private JsonNode Text() => s_texts[random.Next(s_texts.Length)];

    private JsonNode Date() => new JsonObject { ["$date"] = s_dates[random.Next(s_dates.Length)] };

    private JsonArray Array(int depth) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => Any(depth))];

    private JsonObject Object(int depth)
    {
        var members = new JsonObject();
        foreach (var name in (string[])["a", "b", "title", "x", "k", "size"])
        {
            if (random.Next(2) == 0)
            {
                members[name] = Any(depth);
            }
        }

        return members;
    }

    private JsonArray Posts() =>
    [
        .. Enumerable.Range(0, random.Next(5)).Select(_ => new JsonObject
        {
            ["title"] = Usually(Text),
            ["a"] = Usually(Number),
            ["made"] = Usually(Date),
            ["b"] = random.Next(2) == 0,
        }),
    ];
}
