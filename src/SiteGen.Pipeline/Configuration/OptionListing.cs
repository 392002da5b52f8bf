using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Lists options with their values and where those were written.</summary>
internal static class OptionListing
{
    /// <summary>The rows of some options: one for each, and for each member of a map.</summary>
    /// <param name="options">The options.</param>
    /// <param name="prefix">The key of the option around them with a dot; empty at the top.</param>
    public static IEnumerable<ResolvedOption> RowsOf(IEnumerable<KnownOption> options, string prefix)
    {
        foreach (var option in options)
        {
            var key = prefix + option.Key;
            if (!option.Members.IsEmpty && option.Set?.Value is null or YamlMap)
            {
                foreach (var row in RowsOf(option.Members, $"{key}."))
                {
                    yield return row;
                }
            }
            else if (option.Set is { Value: YamlMap } map)
            {
                foreach (var (member, origin) in map.Members)
                {
                    yield return Row($"{key}.{member.Key.Value}", member.Value, origin, member.Key.Start);
                }
            }
            else
            {
                yield return option.Set is { IsNull: false } set
                    ? Row(key, set.Value, set.Origin, set.At)
                    : new ResolvedOption(key, option.Default, "default", LinePosition.None);
            }
        }
    }

    private static ResolvedOption Row(string key, YamlNode value, OptionOrigin origin, LinePosition at) => origin switch
    {
        OptionOrigin.InFile file => new(key, FlowText.Of(value), file.Source.Path, at),
        OptionOrigin.InVariable variable => new(key, FlowText.Of(value), variable.Name, LinePosition.None),
        _ => new(key, FlowText.Of(value), "command line", LinePosition.None),
    };
}
