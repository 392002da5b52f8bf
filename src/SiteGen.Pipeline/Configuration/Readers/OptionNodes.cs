using System.Collections.Immutable;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Looks into the value of an option, where keys are compared as they are written.</summary>
internal static class OptionNodes
{
    /// <summary>The text of a member of a map; null when there is none.</summary>
    public static string? TextOf(YamlNode node, string name) => ScalarOf(node, name)?.Value;

    /// <summary>The value of a member of a map; null when it is missing, null, or not a single value.</summary>
    public static YamlScalar? ScalarOf(YamlNode node, string name) =>
        Find(node, name) is YamlScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>The value of a member of a map; null when there is none.</summary>
    public static YamlNode? Find(YamlNode node, string name) =>
        (node as YamlMap)?.Entries.LastOrDefault(entry => entry.Key.Value == name)?.Value;

    /// <summary>A text, or a map of languages to texts; null when it is neither.</summary>
    /// <param name="node">The value.</param>
    /// <param name="language">The language of the site: its text, or the first of the map, holds for languages without one.</param>
    public static LocalizedText? LocalizedTextOf(YamlNode? node, string language)
    {
        if (node is YamlScalar { IsNull: false } scalar)
        {
            return new LocalizedText(EntityText.Decode(scalar.Value));
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (LanguageTag.Normalize(entry.Key.Value) is not { } tag || entry.Value is not YamlScalar { IsNull: false } text)
            {
                return null;
            }

            texts[tag] = EntityText.Decode(text.Value);
        }

        return texts.Count == 0 ? null : new LocalizedText(texts.GetValueOrDefault(language) ?? texts.Values.First(), texts.ToImmutable());
    }
}
