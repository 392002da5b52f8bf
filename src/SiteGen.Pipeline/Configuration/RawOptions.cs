using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Options as they were written: layers by key, the highest of which wins.</summary>
/// <remarks>
/// The command line overrides the environment, which overrides the configuration files, which override the defaults of
/// <see cref="OptionsResolver"/>. A layer may have any key; the keys that exist are those that the resolver reads.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RawOptions
{
    private RawOptions(ImmutableArray<OptionLayer> layers) => Layers = layers;

    /// <summary>Nothing set.</summary>
    public static RawOptions None { get; } = new([]);

    /// <summary>The layers, highest first.</summary>
    internal ImmutableArray<OptionLayer> Layers { get; }

    /// <summary>The site's folder, as an absolute path.</summary>
    public string SourceFolder => Path.GetFullPath(CommandLineValue("source") ?? ".");

    /// <summary>A value that the command line sets; null when it sets none.</summary>
    public string? CommandLineValue(string key) =>
        Layers is [{ Origin: OptionOrigin.OnCommandLine } top, ..] && top.Entries.TryGetValue(key, out var entry)
            ? (entry.Value as YamlScalar)?.Value
            : null;

    /// <summary>The single value of a key in the highest layer that sets it; null when there is none.</summary>
    internal string? ValueOf(string key) =>
        (Layers.FirstOrDefault(layer => layer.Entries.ContainsKey(key))?.Entries[key].Value as YamlScalar)?.Value;

    /// <summary>Whether a key is set in any layer.</summary>
    public bool Has(string key) => Layers.Any(layer => layer.Entries.ContainsKey(key));

    /// <summary>These options with one set by the command line; null leaves it as it is.</summary>
    public RawOptions With(string key, string? value) =>
        value is null ? this : With(key, new YamlScalar(value, false, LinePosition.None, LinePosition.None));

    /// <summary>These options with one set by the command line; null leaves it as it is.</summary>
    public RawOptions With(string key, bool? value) =>
        value is null ? this : With(key, new YamlScalar(value.Value ? "true" : "false", true, LinePosition.None, LinePosition.None));

    /// <summary>These options laid over lower ones.</summary>
    public RawOptions MergedOver(RawOptions lower) => new([.. Layers, .. lower.Layers]);

    /// <summary>The options of a configuration file; of two entries with one key the later counts.</summary>
    internal static RawOptions FromFile(SourceText source, IEnumerable<YamlEntry> entries) =>
        new([OptionLayer.Create(entries, new OptionOrigin.InFile(source))]);

    /// <summary>Options of some layers, highest first.</summary>
    internal static RawOptions FromLayers(ImmutableArray<OptionLayer> layers) => new(layers);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" over ", Layers.Select(layer => $"[{string.Join(", ", layer.Entries.Keys)}]"));

    private RawOptions With(string key, YamlScalar value)
    {
        var entry = new YamlEntry(new YamlScalar(key, true, LinePosition.None, LinePosition.None), value);
        return Layers is [{ Origin: OptionOrigin.OnCommandLine } top, .. var rest]
            ? new([top with { Entries = top.Entries.SetItem(key, entry) }, .. rest])
            : new([OptionLayer.Create([entry], OptionOrigin.CommandLine), .. Layers]);
    }
}

/// <summary>The options of one origin.</summary>
/// <param name="Entries">The entries, by key.</param>
/// <param name="Origin">Where they were written.</param>
internal sealed record OptionLayer(ImmutableSortedDictionary<string, YamlEntry> Entries, OptionOrigin Origin)
{
    /// <summary>A layer of these entries; of two with one key the later counts.</summary>
    public static OptionLayer Create(IEnumerable<YamlEntry> entries, OptionOrigin origin)
    {
        var byKey = ImmutableSortedDictionary.CreateBuilder<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            byKey[entry.Key.Value] = entry;
        }

        return new OptionLayer(byKey.ToImmutable(), origin);
    }
}
