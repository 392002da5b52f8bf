namespace SiteGen.Pipeline.Yaml;

/// <summary>Finds keys that a map has twice; YAML forbids them (YAML 1.2 §3.2.1.3), and the later one counts.</summary>
internal static class RepeatedKeys
{
    /// <summary>Every key in a value that stands in the same map before, with the earlier one.</summary>
    public static IEnumerable<(YamlScalar First, YamlScalar Key)> In(YamlNode node) => node switch
    {
        YamlMap map => In(map).Concat(map.Entries.SelectMany(entry => In(entry.Value))),
        YamlList list when list.Items.Any(item => item is not YamlScalar) => list.Items.SelectMany(In),
        _ => [],
    };

    private static IEnumerable<(YamlScalar First, YamlScalar Key)> In(YamlMap map)
    {
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!seen.TryAdd(entry.Name, entry.Key))
            {
                yield return (seen[entry.Name], entry.Key);
            }
        }
    }
}
