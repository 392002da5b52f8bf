using System.Net;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Decodes HTML entities in plain texts, as exports of other programs have them: <c>GSA&amp;#8217;s</c>.</summary>
internal static class EntityText
{
    /// <summary>The text with every character reference (HTML 4.01 §24 and numbers) replaced, once.</summary>
    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    /// <summary>A text that <see cref="Decode(string)"/> makes this one.</summary>
    public static string Encode(string text) =>
        Decode(text) == text ? text : text.Replace("&", "&amp;", StringComparison.Ordinal);

    /// <summary>An entry whose texts are decoded, keys and links between them as they are.</summary>
    public static YamlEntry Decode(YamlEntry entry) => Decode(entry.Value) is var value && ReferenceEquals(value, entry.Value)
        ? entry
        : new YamlEntry(entry.Key, value);

    private static YamlNode Decode(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar when scalar.Value.Contains('&', StringComparison.Ordinal):
                return scalar with { Value = Decode(scalar.Value) };
            case YamlList list when list.Items.Any(HasEntity):
                return list with { Items = [.. list.Items.Select(Decode)] };
            case YamlMap map when HasEntity(map):
                return map with { Entries = [.. map.Entries.Select(Decode)] };
            default:
                return node;
        }
    }

    private static bool HasEntity(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value.Contains('&', StringComparison.Ordinal),
        YamlList list => list.Items.Any(HasEntity),
        YamlMap map => map.Entries.Any(entry => HasEntity(entry.Value)),
        _ => false,
    };
}
