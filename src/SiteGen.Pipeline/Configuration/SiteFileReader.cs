using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads <c>sitegen.yml</c>. Every key is optional; a key that is not known is an error with a suggestion.</summary>
public sealed partial class SiteFileReader
{
    /// <summary>Every key that the file may have.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        "title", "description", "base_url", "language", "languages", "time_zone", "author", "copyright", "posts", "pages", "templates",
        "static", "data", "output", "permalink", "paginate", "summary_words", "feeds", "taxonomies", "archives", "redirects", "theme", "markdown", "embeds", "limits", "menus", "rules", "params",
    ];

    private static readonly ImmutableArray<DiagnosticRule> s_rules = [.. SiteRules.All, .. TemplateRules.All];

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private readonly ImmutableDictionary<string, OptionPlace>.Builder _places = ImmutableDictionary.CreateBuilder<string, OptionPlace>(StringComparer.Ordinal);

    private SiteFileReader(SourceText source) => _source = source;

    /// <summary>Reads a configuration file.</summary>
    public static ParseResult<GivenOptions> Read(SourceText source)
    {
        var reader = new SiteFileReader(source);
        var (node, problem) = YamlReader.Read(System.Text.Encoding.UTF8.GetString(source.Bytes.Span), 0);
        var given = GivenOptions.None with { Fingerprint = Fingerprint.Compute(source.Bytes.Span) };
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            var message = $"the configuration cannot be read: {problem?.Message ?? "it must hold keys and values"}";
            reader._problems.Add(source.Report(SiteRules.ConfigurationUnreadable, at, at, message, problem?.Hint ?? "write one 'key: value' a line"));
            return new(given, reader._problems.ToImmutable());
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (!seen.Add(entry.Key.Value))
            {
                reader.Refuse(entry.Key, $"'{entry.Key.Value}' stands twice", "delete one of the two");
            }

            reader.Keep(entry.Key.Value, entry.Key);
            given = reader.Read(given, entry);
        }

        return new(given with { Places = reader._places.ToImmutable() }, reader._problems.ToImmutable());
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
        "data" => given with { Data = Text(entry) },
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
            case "theme":
                return given with { Theme = ThemeOptionsReader.Read(entry, Refuse) };
            case "redirects":
                return given with { Redirects = Redirects(entry) };
            case "archives":
                return given with { Archives = Archives(entry) };
            case "markdown":
                return given with { Markdown = MarkdownOptionsReader.Read(entry, Refuse) };
            case "embeds":
                return given with { Embeds = Embeds(entry) };
            case "menus":
                return given with { Menus = Menus(entry) };
            case "rules":
                return given with { Rules = Rules(entry) };
            case "params":
                return given with { Params = YamlValue.From(entry.Value) };
            default:
                var near = Suggestion.For(entry.Key.Value, Keys);
                var hint = near is null ? "free values belong under 'params'" : $"did you mean '{near}'? Free values belong under 'params'";
                _problems.Add(_source.Report(SiteRules.UnknownOption, entry.Key.Start, entry.Key.End, $"'{entry.Key.Value}' is not an option", hint));
                return given;
        }
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

    private void Keep(string option, YamlNode key) =>
        _places[option] = new OptionPlace(key.Start, key.End, _source.Report(SiteRules.InvalidOption, key.Start, key.End, "", null).LineText);

    private void Refuse(YamlNode at, string message, string? hint) =>
        _problems.Add(_source.Report(SiteRules.InvalidOption, at.Start, at.End, message, hint));
}
