using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Parsing;
using SiteGen.Templating;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads <c>sitegen.yml</c>. Every key is optional; a key that is not known is an error with a suggestion.</summary>
public sealed class SiteFileReader
{
    /// <summary>Every key that the file may have.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        "title", "description", "base_url", "language", "languages", "time_zone", "author", "copyright", "posts", "pages", "templates",
        "static", "output", "permalink", "paginate", "summary_words", "feeds", "taxonomies", "limits", "menus", "rules", "params",
    ];

    private static readonly ImmutableArray<DiagnosticRule> s_rules = [.. SiteRules.All, .. TemplateRules.All];

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private SiteFileReader(SourceText source) => _source = source;

    /// <summary>Reads a configuration file.</summary>
    public static Parsed<GivenOptions> Read(SourceText source)
    {
        var reader = new SiteFileReader(source);
        var (node, problem) = YamlReader.Read(System.Text.Encoding.UTF8.GetString(source.Bytes.Span), 0);
        var given = GivenOptions.None with { Fingerprint = Fingerprint.Of(source.Bytes.Span) };
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            var message = $"the configuration cannot be read: {problem?.Message ?? "it must hold keys and values"}";
            reader._problems.Add(source.Report(SiteRules.ConfigurationUnreadable, at, at, message, "write one 'key: value' a line"));
            return new(given, reader._problems.ToImmutable());
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (!seen.Add(entry.Key.Value))
            {
                reader.Refuse(entry.Key, $"'{entry.Key.Value}' stands twice", "delete one of the two");
            }

            given = reader.Read(given, entry);
        }

        return new(given, reader._problems.ToImmutable());
    }

    private GivenOptions Read(GivenOptions given, YamlEntry entry) => entry.Key.Value switch
    {
        "title" => given with { Title = Text(entry) },
        "description" => given with { Description = Text(entry) },
        "base_url" => given with { BaseUrl = Text(entry) },
        "language" => given with { Language = Text(entry) },
        "time_zone" => given with { TimeZone = Text(entry) },
        "author" => given with { Author = Text(entry) },
        "copyright" => given with { Copyright = Text(entry) },
        "posts" => given with { Posts = Text(entry) },
        "pages" => given with { Pages = Text(entry) },
        "templates" => given with { Templates = Text(entry) },
        "static" => given with { Static = Text(entry) },
        "output" => given with { Output = Text(entry) },
        _ => ReadRest(given, entry),
    };

    private GivenOptions ReadRest(GivenOptions given, YamlEntry entry)
    {
        switch (entry.Key.Value)
        {
            case "permalink":
                return Permalink(given, entry);
            case "paginate":
                return given with { Paginate = Number(entry) };
            case "summary_words":
                return given with { SummaryWords = Number(entry) };
            case "feeds":
                return Feeds(given, entry);
            case "limits":
                return Limits(given, entry);
            case "languages":
                return given with { Languages = Languages(entry) };
            case "taxonomies":
                return given with { Taxonomies = Taxonomies(entry) };
            case "menus":
                return given with { Menus = Menus(entry) };
            case "rules":
                return given with { Rules = Rules(entry) };
            case "params":
                return given with { Params = YamlValue.Of(entry.Value) };
            default:
                var near = Suggestion.For(entry.Key.Value, Keys);
                var hint = near is null ? "free values belong under 'params'" : $"did you mean '{near}'? Free values belong under 'params'";
                _problems.Add(_source.Report(SiteRules.UnknownOption, entry.Key.Start, entry.Key.End, $"'{entry.Key.Value}' is not an option", hint));
                return given;
        }
    }

    private GivenOptions Permalink(GivenOptions given, YamlEntry entry)
    {
        if (entry.Value is not YamlMap map)
        {
            return given with { PostPermalink = Text(entry) };
        }

        foreach (var section in map.Entries)
        {
            switch (section.Key.Value)
            {
                case "posts":
                    given = given with { PostPermalink = Text(section) };
                    break;
                case "pages":
                    given = given with { PagePermalink = Text(section) };
                    break;
                default:
                    Refuse(section.Key, $"'{section.Key.Value}' is not a kind of page", "give patterns for 'posts' and 'pages'");
                    break;
            }
        }

        return given;
    }

    private GivenOptions Feeds(GivenOptions given, YamlEntry entry)
    {
        foreach (var option in Map(entry))
        {
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
                default:
                    Refuse(limit.Key, $"'{limit.Key.Value}' is not a limit", "there are 'work', 'output_bytes', 'recursion' and 'regex_seconds'");
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

    private ImmutableArray<string> Taxonomies(YamlEntry entry)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var item in entry.Value is YamlList list ? list.Items : [])
        {
            if (item is YamlScalar { Value: "tags" or "categories" or "authors" } name)
            {
                names.Add(name.Value);
            }
            else
            {
                Refuse(item, "this is not a taxonomy", "there are 'tags', 'categories' and 'authors'");
            }
        }

        return names.ToImmutable();
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
                var title = Member(item, "title") ?? Member(item, "name");
                if (title is not null && Member(item, "url") is { } url)
                {
                    entries.Add(new MenuEntry(title, url));
                }
                else
                {
                    Refuse(item, "a menu entry needs a 'title' and a 'url'", "write '- {title: About, url: /about/}'");
                }
            }

            menus.Add(new Menu(menu.Key.Value, entries.ToImmutable()));
        }

        return menus.ToImmutable();
    }

    private static string? Member(YamlNode node, string name) =>
        (node as YamlMap)?.Entries.LastOrDefault(entry => entry.Key.Value == name)?.Value is YamlScalar { IsNull: false } scalar ? scalar.Value : null;

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

    private ImmutableArray<YamlEntry> Map(YamlEntry entry)
    {
        if (entry.Value is YamlMap map)
        {
            return map.Entries;
        }

        if (entry.Value is not YamlScalar { IsNull: true })
        {
            Refuse(entry.Value, $"'{entry.Key.Value}' must hold keys and values", null);
        }

        return [];
    }

    private string? Text(YamlEntry entry)
    {
        if (entry.Value is YamlScalar scalar)
        {
            return scalar.IsNull ? null : scalar.Value;
        }

        Refuse(entry.Value, $"'{entry.Key.Value}' must be a single value", $"write '{entry.Key.Value}: …' in one line");
        return null;
    }

    private int? Number(YamlEntry entry)
    {
        if (entry.Value is YamlScalar { IsNull: true })
        {
            return null;
        }

        if (entry.Value is YamlScalar scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        Refuse(entry.Value, $"'{entry.Key.Value}' must be a whole number above 0", null);
        return null;
    }

    private void Refuse(YamlNode at, string message, string? hint) =>
        _problems.Add(_source.Report(SiteRules.InvalidOption, at.Start, at.End, message, hint));
}
