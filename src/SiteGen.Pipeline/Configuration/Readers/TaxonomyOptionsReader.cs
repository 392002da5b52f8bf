using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>A taxonomy as it was written; null means not set.</summary>
internal sealed record RawTaxonomy(string Name, string? Singular, string? Title, bool? IsNested);

/// <summary>Reads <c>taxonomies</c>: a list of names or of maps, a map by name, or Hugo's map from singular to name.</summary>
internal static class TaxonomyOptionsReader
{
    private static readonly ImmutableArray<string> s_keys = ["name", "singular", "title", "nested"];

    private static readonly ValueShape s_taxonomy = new ValueShape.Deferred(static () => new ValueShape.Members(
        [.. s_keys.Select(key => KeyValuePair.Create(key, key == "nested" ? ValueShape.Flag : ValueShape.Text))], []));

    /// <summary>What the value may be.</summary>
    public static ValueShape Shape { get; } = ValueShape.Either(
        new ValueShape.ListOf(ValueShape.Either(ValueShape.Text, s_taxonomy), AlsoSingle: false),
        new ValueShape.MapOf(ValueShape.Either(ValueShape.Text, s_taxonomy)));

    /// <summary>Reads the value.</summary>
    public static ImmutableArray<RawTaxonomy> Read(Option option) =>
        option.Value is YamlList list ? [.. list.Items.Select(item => ReadItem(item, option)).OfType<RawTaxonomy>()]
        : [.. option.Entries().Select(entry => ReadEntry(entry, option))];

    private static RawTaxonomy? ReadItem(YamlNode item, Option option)
    {
        if (item is YamlScalar { IsNull: false } name)
        {
            return new RawTaxonomy(name.Value, null, null, null);
        }

        if (item is YamlMap map && OptionNodes.TextOf(map, "name") is { Length: > 0 } stated)
        {
            return ReadMap(stated, map, option);
        }

        option.Report(OptionMessages.TaxonomyWithoutName(), item);
        return null;
    }

    private static RawTaxonomy ReadEntry(YamlEntry entry, Option option) => entry.Value switch
    {
        YamlMap map => ReadMap(entry.Key.Value, map, option),
        YamlScalar { IsNull: false } plural => new RawTaxonomy(plural.Value, entry.Key.Value, null, null),
        _ => new RawTaxonomy(entry.Key.Value, null, null, null),
    };

    private static RawTaxonomy ReadMap(string name, YamlMap map, Option option)
    {
        foreach (var unknown in map.Entries.Select(entry => entry.Key).Where(key => !s_keys.Contains(key.Value)))
        {
            option.Report(OptionMessages.UnknownMember(unknown.Value, "an option of a taxonomy", s_keys), unknown);
        }

        var isNested = (map.Find("nested") as YamlScalar)?.AsBoolean;
        return new RawTaxonomy(name, OptionNodes.TextOf(map, "singular"), OptionNodes.TextOf(map, "title"), isNested);
    }
}
