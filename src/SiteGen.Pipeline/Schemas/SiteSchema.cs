using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Schemas;

/// <summary>A JSON Schema of something that authors write, made from the tables by which it is read.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Title">What it describes.</param>
public sealed record SiteSchema(string Name, string Title)
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private Func<ValueShape> Shape { get; init; } = () => ValueShape.Anything;

    private string? Page { get; init; }

    private static readonly JsonWriterOptions s_document = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>That of <c>sitegen.yml</c>.</summary>
    public static SiteSchema Configuration { get; } =
        new("configuration", "sitegen.yml, the configuration of a blog") { Shape = OptionsShape, Page = "configuration.md" };

    /// <summary>All schemas.</summary>
    public static ImmutableArray<SiteSchema> All { get; } =
    [
        Configuration,
        new("front-matter", "the front matter of a post or a page") { Shape = FrontMatterShape, Page = "front-matter.md" },
        new("authors", "authors.yml, the people who write") { Shape = () => AuthorsReader.Shape },
    ];

    /// <summary>The schema as a file.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, s_document))
        {
            Write(json);
        }

        output.Write("\n"u8);
        return output.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json)
    {
        var guide = Page is { } page ? GuideTable.Read(page) : null;
        json.WriteStartObject();
        json.WriteString("$schema", Draft);
        json.WriteString("title", Title);
        // Nested keys are described further down on the page.
        new SchemaWriter(json, (key, isInside) => isInside ? guide?[key].LastOrDefault() : guide?[key].FirstOrDefault()).Write(Shape());
        json.WriteEndObject();
    }

    private static ValueShape.Members OptionsShape() => new(
        [.. OptionsResolver.KnownIn(RawOptions.None).Select(option => KeyValuePair.Create(option.Key, option.Shape))], []);

    // Keys are compared without case, '-' and '_'; a schema names the usual spellings.
    private static ValueShape.Members FrontMatterShape() => new(
        [
            .. FrontMatterKeys.All.SelectMany(key => key.Names.SelectMany(SpellingsOf), (key, name) => KeyValuePair.Create(name, key.Shape))
                .DistinctBy(pair => pair.Key),
        ],
        [])
    {
        IsOpen = true,
    };

    private static IEnumerable<string> SpellingsOf(string name)
    {
        var snake = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        return name.Contains('.', StringComparison.Ordinal) ? [] : [name, snake, snake.Replace('_', '-')];
    }
}
