using System.Text.Json;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>JSON as template values (RFC 8259).</summary>
internal static class JsonValue
{
    private const int DepthLimit = 64;

    /// <summary>Reads a document.</summary>
    public static (Value Value, YamlProblem? Problem) Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DepthLimit };
            using var document = JsonDocument.Parse(utf8, options);
            return (Of(document.RootElement), null);
        }
        catch (InvalidOperationException)
        {
            return (Value.Nil, new YamlProblem("it holds half of a character ('\\ud800' to '\\udfff' stand in pairs)", new LinePosition(1, 1), false));
        }
        catch (JsonException problem)
        {
            var at = new LinePosition((int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
            return (Value.Nil, new YamlProblem("this is not JSON", at, false));
        }
    }

    private static Value Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True or JsonValueKind.False => Value.Of(element.ValueKind == JsonValueKind.True),
        JsonValueKind.Array => Value.Of(new ItemList([.. element.EnumerateArray().Select(Of)])),
        JsonValueKind.Object => Value.Of(new MemberMap([.. element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))])),
        _ => Value.Nil,
    };

    private static Value Number(JsonElement element) =>
        element.TryGetInt32(out var small) ? Value.Of(small)
        : element.TryGetInt64(out var large) ? Value.Of(large)
        : Value.Of(element.GetDouble());
}
