using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads <c>theme</c> in <c>sitegen.yml</c>: colours, fonts, sizes, share links.</summary>
/// <remarks>The values become part of a style sheet: anything but a single value of the right kind is rejected.</remarks>
internal static partial class ThemeOptionsReader
{
    /// <summary>The key of the options of the theme.</summary>
    public const string Key = "theme";

    /// <summary>The key of the folder of the theme.</summary>
    public const string FolderKey = "folder";

    private const string FontsOfMachine = "system";

    private static readonly string[] s_keys = [.. Keys().Select(key => key.Key), FolderKey];

    /// <summary>What the value may be; a theme in a folder has keys of its own.</summary>
    public static ValueShape Shape { get; } = new ValueShape.Deferred(static () => new ValueShape.AnyOf(
    [
        ValueShape.Text,
        new ValueShape.Members([.. Keys()], []),
        new ValueShape.Members([.. Keys(), KeyValuePair.Create(FolderKey, ValueShape.Text)], [FolderKey]) { IsOpen = true },
    ]));

    /// <summary>Reads the value; values that cannot be used are reported, and the theme keeps its own.</summary>
    /// <param name="theme">The option.</param>
    /// <param name="description">What the file of the theme says; null for the built-in theme.</param>
    public static ThemeOptions Read(Option theme, ThemeDescription? description)
    {
        var start = description is null
            ? ThemeOptions.None
            : ThemeOptions.None with { OfFolder = description.Options, Values = description.Defaults };
        return theme.Value switch
        {
            YamlMap map => map.Entries.Aggregate(start, (options, entry) => Read(options, entry, theme)),
            YamlScalar { IsNull: true } => start,
            YamlScalar folder => WithFolder(start, folder.Value, folder, theme),
            _ => NotAMap(theme),
        };
    }

    /// <summary>Whether a key is an option of every theme.</summary>
    public static bool IsTaken(string key) => s_keys.Contains(key);

    /// <summary>A value as it is kept: an option that is on or off is <c>true</c> or <c>false</c>.</summary>
    public static string ValueOf(ThemeOption option, YamlScalar written) =>
        option.Kind == ThemeOptionKind.Switch && written.AsBoolean is { } isOn ? isOn ? "true" : "false" : written.Value.Trim();

    private static ThemeOptions NotAMap(Option theme)
    {
        theme.Report(OptionMessages.ThemeNotAMap());
        return ThemeOptions.None;
    }

    private static ThemeOptions WithFolder(ThemeOptions options, string written, YamlNode node, Option theme)
    {
        if (ThemeDescription.FolderOf(written) is { } folder)
        {
            return options with { Folder = folder };
        }

        theme.Report(OptionMessages.ThemeOutside(written), node);
        return options;
    }

    private static ThemeOptions Read(ThemeOptions options, YamlEntry entry, Option theme)
    {
        var key = entry.Key.Value;
        if (key == "share")
        {
            return options with { Share = Share(entry.Value, theme) };
        }

        string[] known = [.. s_keys, .. options.OfFolder.Select(option => option.Key)];
        if (!known.Contains(key))
        {
            theme.Report(OptionMessages.UnknownThemeOption(key, Suggestion.For(key, known), known), entry.Key);
            return options;
        }

        var value = (entry.Value as YamlScalar)?.Value.Trim() ?? "";
        if (entry.Value is YamlScalar { IsNull: true })
        {
            return options;
        }

        if (key == FolderKey)
        {
            return WithFolder(options, value, entry.Value, theme);
        }

        if (key == ThemeOptions.CardFontKey)
        {
            return options with { CardFont = CardFont(value, entry.Value, theme) };
        }

        return WithValue(options, options.All.First(option => option.Key == key), entry.Value, theme);
    }

    private static ThemeOptions WithValue(ThemeOptions options, ThemeOption option, YamlNode node, Option theme)
    {
        if (ProblemOf(option, (node as YamlScalar)?.Value.Trim() ?? "") is { } problem)
        {
            theme.Report(problem, node);
        }
        else if (node is YamlScalar scalar)
        {
            return WithScalar(options, option, scalar, theme);
        }
        else
        {
            theme.Report(OptionMessages.ThemeTextExpected(option.Key), node);
        }

        return options;
    }

    // An option of the built-in theme with an empty text, and a picture without an address, are as if they were left out.
    private static ThemeOptions WithScalar(ThemeOptions options, ThemeOption option, YamlScalar scalar, Option theme)
    {
        var value = ValueOf(option, scalar);
        if (value.Length == 0 && (option.Kind == ThemeOptionKind.Picture || ThemeOptions.BuiltIn.Contains(option)))
        {
            return options with { Values = options.Values.Remove(option.Key) };
        }

        return options with
        {
            Values = options.Values.SetItem(option.Key, value),
            Pictures = option.Kind == ThemeOptionKind.Picture
                ? options.Pictures.Add(new ThemePicture(value, theme.Diagnose(FrontMatterMessages.MissingImage(value), scalar)))
                : options.Pictures,
        };
    }

    private static IEnumerable<KeyValuePair<string, ValueShape>> Keys() =>
    [
        .. ThemeOptions.BuiltIn.Select(option => KeyValuePair.Create(option.Key, ShapeOf(option))),
        KeyValuePair.Create(ThemeOptions.CardFontKey, ValueShape.Text),
        KeyValuePair.Create("share", ValueShape.Texts),
    ];

    private static ValueShape ShapeOf(ThemeOption option) => option.Kind switch
    {
        ThemeOptionKind.Choice => new ValueShape.Words(option.Words),
        ThemeOptionKind.Switch => ValueShape.Flag,
        _ => ValueShape.Text,
    };

    /// <summary>What is wrong with a value; null when it can be used.</summary>
    public static DiagnosticMessage? ProblemOf(ThemeOption option, string value) => option.Kind switch
    {
        ThemeOptionKind.Colour when !Colour().IsMatch(value) => OptionMessages.InvalidThemeColour(option.Key, value),
        ThemeOptionKind.Length when !Length().IsMatch(value) => OptionMessages.InvalidThemeLength(option.Key, value),
        ThemeOptionKind.Fonts when !FontList().IsMatch(value) => OptionMessages.InvalidThemeFonts(option.Key, value),
        ThemeOptionKind.Choice when !option.Words.Contains(value) => OptionMessages.InvalidThemeChoice(option.Key, value, option.Words),
        ThemeOptionKind.Switch when Switch(value) is null => OptionMessages.InvalidThemeChoice(option.Key, value, ["true", "false"]),
        _ => null,
    };

    private static bool? Switch(string value) => new YamlScalar(value, true, LinePosition.None, LinePosition.None).AsBoolean;

    // A file of the site, or 'system' for the machine's fonts.
    private static CardFontOption? CardFont(string value, YamlNode node, Option theme)
    {
        if (value == FontsOfMachine)
        {
            return new CardFontOption("", theme.Diagnose(CardMessages.FontsOfMachine(), node));
        }

        if (SitePath.Combine("", value.Replace('\\', '/')) is { Length: > 0 } path)
        {
            return new CardFontOption(path, theme.Diagnose(CardMessages.MissingFont(path), node));
        }

        theme.Report(CardMessages.NotAFontOfTheSite(value), node);
        return null;
    }

    private static ImmutableArray<YamlNode> ItemsOf(YamlNode node) => node switch
    {
        YamlList list => list.Items,
        YamlScalar { IsNull: true } or YamlScalar { AsBoolean: false } => [],
        _ => [node],
    };

    // 'mastodon', or 'mastodon@example.social' for a particular server.
    private static ImmutableArray<ShareTarget> Share(YamlNode node, Option theme)
    {
        var targets = ImmutableArray.CreateBuilder<ShareTarget>();
        foreach (var item in ItemsOf(node))
        {
            var parts = ((item as YamlScalar)?.Value ?? "").Trim().Split('@', 2);
            var host = parts.Length == 2 ? parts[1] : null;
            var isHostValid = host is null || (parts[0] == "mastodon" && Uri.CheckHostName(host) == UriHostNameType.Dns);
            if (ThemeOptions.Networks.Contains(parts[0]) && isHostValid)
            {
                targets.Add(new ShareTarget(parts[0], host));
            }
            else
            {
                theme.Report(OptionMessages.UnknownNetwork(string.Join('@', parts), ThemeOptions.Networks), item);
            }
        }

        return targets.ToImmutable();
    }

    // CSS Color 4: hexadecimal, a name, or a function of numbers.
    [GeneratedRegex(
        @"^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]+|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([0-9a-z\s.,%/+-]+\))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^\d+(\.\d+)?(rem|em|ch|px|vw|%)$|^0$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(
        """^\s*("[^"\\<>;{}]+"|'[^'\\<>;{}]+'|[\w -]+)(\s*,\s*("[^"\\<>;{}]+"|'[^'\\<>;{}]+'|[\w -]+))*\s*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex FontList();
}
