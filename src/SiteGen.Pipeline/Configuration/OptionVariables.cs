using System.Collections.Immutable;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Options from variables of the environment: <c>SITEGEN_BASE_URL</c> sets <c>base_url</c>.</summary>
public static class OptionVariables
{
    /// <summary>What the names of the variables begin with.</summary>
    public const string Prefix = "SITEGEN_";

    /// <summary>Reads the variables, a layer each; an empty one counts as not set.</summary>
    /// <remarks>A name that is nearly that of an option is an unknown option; other names may belong to other programs.</remarks>
    /// <param name="variables">All variables of the environment.</param>
    public static RawOptions Read(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var layers = ImmutableArray.CreateBuilder<OptionLayer>(0);
        foreach (var (name, value) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (value.Length > 0 && name.StartsWith(Prefix, StringComparison.Ordinal) && IsMeant(KeyOf(name)))
            {
                var entry = new YamlEntry(new YamlScalar(KeyOf(name), true, LinePosition.None, LinePosition.None), ValueOf(value));
                layers.Add(OptionLayer.Create([entry], new OptionOrigin.InVariable(name)));
            }
        }

        return RawOptions.FromLayers(layers.ToImmutable());
    }

    private static string KeyOf(string variable) => variable[Prefix.Length..].ToLowerInvariant();

    private static bool IsMeant(string key) =>
        OptionsResolver.Keys.Add(OptionSources.EnvironmentKey).Add(OptionSources.ImageLibraryKey)
            .Any(known => key == known || Suggestion.IsOneSlip(key, known));

    // Lists and maps are written as YAML in one line; anything else is a text as it is.
    private static YamlNode ValueOf(string value)
    {
        var isFlow = value.TrimStart() is ['[' or '{', ..];
        return isFlow && YamlReader.Read(value, 0) is { Node: { } node, Problem: null }
            ? node
            : new YamlScalar(value, true, LinePosition.None, LinePosition.None);
    }
}
