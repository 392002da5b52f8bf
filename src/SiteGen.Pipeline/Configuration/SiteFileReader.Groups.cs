using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <content>The options that hold others.</content>
public sealed partial class SiteFileReader
{
    private GivenOptions Permalink(GivenOptions given, YamlEntry entry)
    {
        if (entry.Value is not YamlMap map)
        {
            return given with { PostPermalink = Text(entry) };
        }

        var sections = ImmutableArray.CreateBuilder<SectionPermalink>();
        foreach (var section in map.Entries)
        {
            Keep($"permalink/{section.Key.Value.Trim('/')}", section.Key);
            switch (section.Key.Value)
            {
                case "posts":
                    given = given with { PostPermalink = Text(section) };
                    break;
                case "pages":
                    given = given with { PagePermalink = Text(section) };
                    break;
                default:
                    if (Text(section) is { } pattern)
                    {
                        sections.Add(new SectionPermalink(section.Key.Value.Trim('/'), pattern));
                    }

                    break;
            }
        }

        return given with { SectionPermalinks = sections.ToImmutable() };
    }

    private GivenOptions Feeds(GivenOptions given, YamlEntry entry)
    {
        foreach (var option in Map(entry))
        {
            Keep($"feeds/{option.Key.Value}", option.Key);
            switch (option.Key.Value)
            {
                case "entries":
                    given = given with { FeedEntries = Number(option) };
                    break;
                case "rss":
                    given = given with { RssPath = PathOrOff(option) };
                    break;
                case "atom":
                    given = given with { AtomPath = PathOrOff(option) };
                    break;
                case "json":
                    given = given with { JsonPath = PathOrOff(option) };
                    break;
                case "terms":
                    given = given with { TermFeeds = (option.Value as YamlScalar)?.AsBoolean ?? Refused(option) };
                    break;
                default:
                    Refuse(option.Key, $"'{option.Key.Value}' is not an option of feeds", "there are 'entries', 'rss', 'atom', 'json' and 'terms'");
                    break;
            }
        }

        return given;
    }

    private GivenOptions Limits(GivenOptions given, YamlEntry entry)
    {
        foreach (var limit in Map(entry))
        {
            switch (limit.Key.Value)
            {
                case "work":
                    given = given with { WorkLimit = Number(limit) };
                    break;
                case "output_bytes":
                    given = given with { OutputLimit = Number(limit) };
                    break;
                case "recursion":
                    given = given with { RecursionLimit = Number(limit) };
                    break;
                case "regex_seconds":
                    given = given with { RegexLimit = Number(limit) };
                    break;
                case "sitemap_addresses":
                    given = given with { SitemapLimit = Number(limit) };
                    break;
                default:
                    Refuse(limit.Key, $"'{limit.Key.Value}' is not a limit", "there are 'work', 'output_bytes', 'recursion', 'regex_seconds' and 'sitemap_addresses'");
                    break;
            }
        }

        return given;
    }

    private ImmutableArray<string> Languages(YamlEntry entry)
    {
        var languages = ImmutableArray.CreateBuilder<string>();
        foreach (var item in entry.Value is YamlList list ? list.Items : [entry.Value])
        {
            if (item is YamlScalar { IsNull: false } name)
            {
                languages.Add(name.Value);
            }
            else if (item is not YamlScalar)
            {
                Refuse(item, "this is not a language", "write codes, as in 'languages: [de, fr]'");
            }
        }

        return languages.ToImmutable();
    }

    private static readonly string[] s_taxonomyKeys = ["name", "singular", "title", "nested"];

    // A list of names, a list of maps with a name, a map by name, or Hugo's map from the singular to the name.
    private ImmutableArray<GivenTaxonomy> Taxonomies(YamlEntry entry)
    {
        var taxonomies = ImmutableArray.CreateBuilder<GivenTaxonomy>();
        foreach (var item in (entry.Value as YamlList)?.Items ?? [])
        {
            if (item is YamlScalar { IsNull: false } scalar)
            {
                taxonomies.Add(new GivenTaxonomy(scalar.Value, null, null, null));
            }
            else if (item is YamlMap map && Member(map, "name") is { Length: > 0 } name)
            {
                taxonomies.Add(Taxonomy(name, map));
            }
            else
            {
                Refuse(item, "a taxonomy needs a name", "write '- people', or '- {name: people, singular: person, title: People}'");
            }
        }

        foreach (var item in entry.Value is YamlList ? [] : Map(entry))
        {
            taxonomies.Add(item.Value switch
            {
                YamlMap map => Taxonomy(item.Key.Value, map),
                YamlScalar { IsNull: false } plural => new GivenTaxonomy(plural.Value, item.Key.Value, null, null),
                _ => new GivenTaxonomy(item.Key.Value, null, null, null),
            });
        }

        return taxonomies.ToImmutable();
    }

    private GivenTaxonomy Taxonomy(string name, YamlMap map)
    {
        foreach (var option in map.Entries.Where(option => !s_taxonomyKeys.Contains(option.Key.Value)))
        {
            Refuse(option.Key, $"'{option.Key.Value}' is not an option of a taxonomy", "there are 'name', 'singular', 'title' and 'nested'");
        }

        return new GivenTaxonomy(name, Member(map, "singular"), Member(map, "title"), (map.Find("nested") as YamlScalar)?.AsBoolean);
    }

    private RedirectStyle? Redirects(YamlEntry entry)
    {
        switch ((entry.Value as YamlScalar)?.Value)
        {
            case "pages":
                return RedirectStyle.Pages;
            case "file":
                return RedirectStyle.File;
            case "both":
                return RedirectStyle.Both;
            default:
                Refuse(entry.Value, "'redirects' is 'pages', 'file' or 'both'", null);
                return null;
        }
    }

    private ArchiveDepth? Archives(YamlEntry entry)
    {
        switch ((entry.Value as YamlScalar)?.Value)
        {
            case "months" or "true":
                return ArchiveDepth.Months;
            case "years":
                return ArchiveDepth.Years;
            case "off" or "false" or "none":
                return ArchiveDepth.None;
            default:
                Refuse(entry.Value, "'archives' is 'months', 'years' or 'off'", null);
                return null;
        }
    }

    private EmbedStyle? Embeds(YamlEntry entry)
    {
        switch (entry.Value)
        {
            case YamlScalar { IsNull: true }:
                return null;
            case YamlScalar { Value: "card" }:
                return EmbedStyle.Card;
            case YamlScalar { Value: "iframe" }:
                return EmbedStyle.Frame;
            case YamlScalar { AsBoolean: false }:
                return EmbedStyle.Off;
            default:
                Refuse(entry.Value, "'embeds' must be 'card', 'iframe' or 'off'", null);
                return null;
        }
    }

    private string? PathOrOff(YamlEntry entry) =>
        entry.Value is YamlScalar { IsPlain: true, AsBoolean: { } isOn } ? (isOn ? null : "") : Text(entry);

    private bool? Refused(YamlEntry entry)
    {
        Refuse(entry.Value, $"'{entry.Key.Value}' must be true or false", null);
        return null;
    }

    private ImmutableArray<Menu> Menus(YamlEntry entry)
    {
        var menus = ImmutableArray.CreateBuilder<Menu>();
        foreach (var menu in Map(entry))
        {
            var entries = ImmutableArray.CreateBuilder<MenuEntry>();
            foreach (var item in (menu.Value as YamlList)?.Items ?? [])
            {
                if (MenuEntryOf(item) is { } found)
                {
                    entries.Add(found);
                }
            }

            menus.Add(new Menu(menu.Key.Value, entries.ToImmutable()));
        }

        return menus.ToImmutable();
    }

    private MenuEntry? MenuEntryOf(YamlNode item)
    {
        if ((Member(item, "title") ?? Member(item, "name")) is not { } title || ScalarOf(item, "url") is not { } url)
        {
            Refuse(item, "a menu entry needs a 'title' and a 'url'", "write '- {title: About, url: /about/}'");
            return null;
        }

        if (!UrlSafety.IsSafe(url.Value))
        {
            Refuse(url, $"a menu cannot lead to '{url.Value}'", "write the name of a page's file, a path like '/about/', or an address that starts with https://");
            return null;
        }

        var weight = ScalarOf(item, "weight");
        var isNumber = int.TryParse(weight?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (weight is not null && !isNumber)
        {
            Refuse(weight, "'weight' must be a whole number", null);
        }

        return new MenuEntry(title, url.Value, isNumber ? number : null) { Place = url.Start };
    }

    private static string? Member(YamlNode node, string name) => ScalarOf(node, name)?.Value;

    private static YamlScalar? ScalarOf(YamlNode node, string name) =>
        (node as YamlMap)?.Entries.LastOrDefault(entry => entry.Key.Value == name)?.Value is YamlScalar { IsNull: false } scalar ? scalar : null;

    private ImmutableSortedDictionary<string, DiagnosticSeverity?> Rules(YamlEntry entry)
    {
        var rules = ImmutableSortedDictionary.CreateBuilder<string, DiagnosticSeverity?>(StringComparer.Ordinal);
        foreach (var rule in Map(entry))
        {
            var known = s_rules.FirstOrDefault(known => known.Name == rule.Key.Value);
            if (known is null || known.Severity == DiagnosticSeverity.Error)
            {
                var near = Suggestion.For(rule.Key.Value, s_rules.Where(other => other.Severity != DiagnosticSeverity.Error).Select(other => other.Name));
                Refuse(rule.Key, known is null ? $"there is no rule '{rule.Key.Value}'" : $"'{known.Name}' is always an error", near is null ? null : $"did you mean '{near}'?");
                continue;
            }

            switch ((rule.Value as YamlScalar)?.Value)
            {
                case "off" or "false":
                    rules[known.Name] = null;
                    break;
                case "warning":
                    rules[known.Name] = DiagnosticSeverity.Warning;
                    break;
                case "error":
                    rules[known.Name] = DiagnosticSeverity.Error;
                    break;
                default:
                    Refuse(rule.Value, "a rule is 'off', 'warning' or 'error'", null);
                    break;
            }
        }

        return rules.ToImmutable();
    }
}
