using System.Text.Json;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>JSON (RFC 8259) read into the same tree as YAML, so that its readers know one of them; places are not kept.</summary>
internal static class JsonTree
{
    private const int DepthLimit = 64;

    /// <summary>Reads a document; a comment and a comma too many are no error.</summary>
    public static (YamlNode? Node, YamlProblem? Problem) Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DepthLimit };
            using var document = JsonDocument.Parse(utf8, options);
            return (Create(document.RootElement), null);
        }
        catch (JsonException problem)
        {
            var at = new LinePosition((int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
            return (null, new YamlProblem("this is not JSON", at, false));
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair, which JSON allows and no text can hold.
            return (null, new YamlProblem("a text holds half of a character ('\\ud800' to '\\udfff' stand in pairs)", new LinePosition(1, 1), false));
        }
    }

    private static YamlNode Create(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new YamlScalar(element.GetString() ?? "", false, default, default),
        JsonValueKind.Object => new YamlMap([.. element.EnumerateObject().Select(member => new YamlEntry(new YamlScalar(member.Name, false, default, default), Create(member.Value)))], default, default, 1),
        JsonValueKind.Array => new YamlList([.. element.EnumerateArray().Select(Create)], default, default, 1),
        _ => new YamlScalar(element.GetRawText(), true, default, default),
    };
}
