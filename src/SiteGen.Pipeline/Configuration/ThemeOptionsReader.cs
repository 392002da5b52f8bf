using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads <c>theme</c> in <c>sitegen.yml</c>: colours, fonts, sizes, share links.</summary>
/// <remarks>The values become part of a style sheet: what is no single value of the right kind is refused.</remarks>
internal static partial class ThemeOptionsReader
{
    private static readonly string[] s_keys = [.. ThemeOptions.Colours, .. ThemeOptions.Fonts, .. ThemeOptions.Lengths, "share"];

    /// <summary>Reads the value; what cannot be used is refused and left as the theme has it.</summary>
    public static ThemeOptions Read(YamlEntry entry, Action<YamlNode, string, string?> refuse)
    {
        if (entry.Value is not YamlMap map)
        {
            if (entry.Value is not YamlScalar { IsNull: true })
            {
                refuse(entry.Value, "'theme' must hold keys and values", "write 'theme:' and below it, indented, 'accent: \"#0b5563\"'");
            }

            return ThemeOptions.None;
        }

        return map.Entries.Aggregate(ThemeOptions.None, (options, option) => Read(options, option, refuse));
    }

    private static ThemeOptions Read(ThemeOptions options, YamlEntry option, Action<YamlNode, string, string?> refuse)
    {
        var key = option.Key.Value;
        if (key == "share")
        {
            return options with { Share = Share(option.Value, refuse) };
        }

        if (!s_keys.Contains(key))
        {
            var near = Suggestion.For(key, s_keys);
            refuse(option.Key, $"'{key}' is not an option of the theme", near is null ? $"there are {string.Join(", ", s_keys)}" : $"did you mean '{near}'?");
            return options;
        }

        var value = (option.Value as YamlScalar)?.Value.Trim() ?? "";
        if (option.Value is YamlScalar { IsNull: true })
        {
            return options;
        }

        if (ProblemOf(key, value) is { } hint)
        {
            refuse(option.Value, $"'{value}' cannot be the theme's {key}", hint);
            return options;
        }

        return options with { Values = options.Values.SetItem(key, value) };
    }

    private static string? ProblemOf(string key, string value) =>
        ThemeOptions.Colours.Contains(key) ? (Colour().IsMatch(value) ? null : "write a colour such as \"#0b5563\", in quotes: a plain # starts a comment")
        : ThemeOptions.Lengths.Contains(key) ? (Length().IsMatch(value) ? null : "write a length such as 36rem")
        : FontList().IsMatch(value) ? null : "write the names of fonts, parted by commas: Georgia, serif";

    // 'mastodon', or 'mastodon@example.social' for the server of one's own.
    private static ImmutableArray<ShareTarget> Share(YamlNode node, Action<YamlNode, string, string?> refuse)
    {
        var targets = ImmutableArray.CreateBuilder<ShareTarget>();
        foreach (var item in node is YamlList list ? list.Items : node is YamlScalar { IsNull: true } or YamlScalar { AsBoolean: false } ? [] : [node])
        {
            var parts = ((item as YamlScalar)?.Value ?? "").Trim().Split('@', 2);
            var isHosted = parts.Length == 2;
            if (ThemeOptions.Networks.Contains(parts[0]) && (!isHosted || (parts[0] == "mastodon" && Uri.CheckHostName(parts[1]) == UriHostNameType.Dns)))
            {
                targets.Add(new ShareTarget(parts[0], isHosted ? parts[1] : null));
            }
            else
            {
                refuse(item, $"'{string.Join('@', parts)}' is no network that posts can be passed on to", $"there are {string.Join(", ", ThemeOptions.Networks)}; mastodon@example.social names a server");
            }
        }

        return targets.ToImmutable();
    }

    // CSS Color 4: hexadecimal, a name, or a function of numbers.
    [GeneratedRegex(@"^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]+|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([0-9a-z\s.,%/+-]+\))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^\d+(\.\d+)?(rem|em|ch|px|vw|%)$|^0$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex("""^\s*("[^"\\<>;{}]+"|'[^'\\<>;{}]+'|[\w -]+)(\s*,\s*("[^"\\<>;{}]+"|'[^'\\<>;{}]+'|[\w -]+))*\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex FontList();
}
