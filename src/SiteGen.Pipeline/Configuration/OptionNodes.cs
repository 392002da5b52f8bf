using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Looks into the value of an option, where keys are compared as they are written.</summary>
internal static class OptionNodes
{
    /// <summary>The text of a member of a map; null when there is none.</summary>
    public static string? TextOf(YamlNode node, string name) => ScalarOf(node, name)?.Value;

    /// <summary>The value of a member of a map; null when it is missing, null, or not a single value.</summary>
    public static YamlScalar? ScalarOf(YamlNode node, string name)
    {
        var entry = (node as YamlMap)?.Entries.LastOrDefault(entry => entry.Key.Value == name);
        return entry?.Value is YamlScalar { IsNull: false } scalar ? scalar : null;
    }
}
