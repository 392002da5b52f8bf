using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads <c>menus</c>: lists of entries with a title and a URL, by the name of the menu.</summary>
internal static class MenuReader
{
    /// <summary>What the value may be.</summary>
    public static ValueShape Shape { get; } = new ValueShape.MapOf(new ValueShape.ListOf(
        new ValueShape.Members(
            [
                KeyValuePair.Create("title", OptionValues.LocalizedShape),
                KeyValuePair.Create("name", OptionValues.LocalizedShape),
                KeyValuePair.Create("url", ValueShape.Text),
                KeyValuePair.Create("weight", ValueShape.WholeNumber),
            ],
            ["url"]),
        AlsoSingle: false));

    /// <summary>Reads the value; an entry that cannot be used is reported and left out.</summary>
    public static ImmutableArray<Menu> Read(Option option, string language) =>
    [
        .. option.Entries().Select(menu => new Menu(
            menu.Key.Value,
            [.. ItemsOf(menu, option).Select(item => ReadEntry(item, option, language)).OfType<MenuEntry>()])),
    ];

    private static ImmutableArray<YamlNode> ItemsOf(YamlEntry menu, Option option)
    {
        if (!IsWrong(menu))
        {
            return (menu.Value as YamlList)?.Items ?? [];
        }

        // An entry that stands in the place of the menus has several keys, and is one mistake.
        if (option.Value is YamlMap all && all.Entries.First(IsWrong) == menu)
        {
            option.Report(OptionMessages.MenuNotAList(menu.Key.Value), menu.Key);
        }

        return [];
    }

    private static bool IsWrong(YamlEntry menu) => menu.Value is not (YamlList or YamlScalar { IsNull: true });

    private static MenuEntry? ReadEntry(YamlNode item, Option option, string language)
    {
        var title = OptionNodes.LocalizedTextOf(OptionNodes.Find(item, "title") ?? OptionNodes.Find(item, "name"), language);
        if (title is null || OptionNodes.ScalarOf(item, "url") is not { } url)
        {
            option.Report(OptionMessages.IncompleteMenuEntry(), item);
            return null;
        }

        if (!UrlSafety.IsSafe(url.Value))
        {
            option.Report(OptionMessages.UnsafeMenuUrl(url.Value), url);
            return null;
        }

        var weight = OptionNodes.ScalarOf(item, "weight");
        var isNumber = int.TryParse(weight?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (weight is not null && !isNumber)
        {
            option.Report(OptionMessages.WeightNotANumber(), weight);
        }

        return new MenuEntry(title, url.Value, isNumber ? number : null)
        {
            IfBroken = option.Diagnose(RoutingMessages.BrokenMenu(url.Value, null), url),
        };
    }
}
