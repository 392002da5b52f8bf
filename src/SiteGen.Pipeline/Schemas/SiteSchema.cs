using System.Collections.Immutable;
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

    /// <summary>All schemas.</summary>
    public static ImmutableArray<SiteSchema> All { get; } =
    [
        new("configuration", "sitegen.yml, the configuration of a blog") { Shape = Configuration, Page = "configuration.md" },
        new("front-matter", "the front matter of a post or a page") { Shape = FrontMatter, Page = "front-matter.md" },
        new("authors", "authors.yml, the people who write") { Shape = () => AuthorsReader.Shape },
    ];

    /// <summary>Writes the schema.</summary>
    public void Write(Utf8JsonWriter json)
    {
        var guide = Page is { } page ? GuideTable.Read(page) : null;
        json.WriteStartObject();
        json.WriteString("$schema", Draft);
        json.WriteString("title", Title);
        // What stands inside another key is described further down on the page.
        new SchemaWriter(json, (key, isInside) => isInside ? guide?[key].LastOrDefault() : guide?[key].FirstOrDefault()).Write(Shape());
        json.WriteEndObject();
    }

    private static ValueShape.Members Configuration() => new(
        [.. OptionsResolver.KnownIn(RawOptions.None).Select(option => KeyValuePair.Create(option.Key, option.Shape))], []);

    // Keys are compared without case, '-' and '_'; a schema names the usual spellings.
    private static ValueShape.Members FrontMatter() => new(
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
