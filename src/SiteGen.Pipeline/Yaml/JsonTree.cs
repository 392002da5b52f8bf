using System.Text.Json;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>JSON (RFC 8259) read into the same tree as YAML, so that readers need only one; locations are not kept.</summary>
internal static class JsonTree
{
    /// <summary>How deep values may be nested.</summary>
    public const int DepthLimit = 64;

    /// <summary>Reads a document; comments and trailing commas are allowed.</summary>
    public static (YamlNode? Node, YamlProblem? Problem) Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var options = new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = DepthLimit,
            };
            using var document = JsonDocument.Parse(utf8, options);
            return (Create(document.RootElement), null);
        }
        catch (JsonException exception)
        {
            return (null, JsonMistake.Find(utf8.Span, (int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0)));
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair, which JSON allows and Unicode text does not.
            const string Reason = "a text holds half of a character ('\\ud800' to '\\udfff' stand in pairs)";
            return (null, new YamlProblem(Reason, new LinePosition(1, 1), false));
        }
    }

    private static YamlNode Create(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new YamlScalar(element.GetString() ?? "", false, default, default),
        JsonValueKind.Object => new YamlMap([.. element.EnumerateObject().Select(Create)], default, default, 1),
        JsonValueKind.Array => new YamlList([.. element.EnumerateArray().Select(Create)], default, default, 1),
        _ => new YamlScalar(element.GetRawText(), true, default, default),
    };

    private static YamlEntry Create(JsonProperty member) =>
        new(new YamlScalar(member.Name, false, default, default), Create(member.Value));
}
