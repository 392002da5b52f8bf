using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>What <c>theme.yml</c> says of a theme in a folder.</summary>
/// <param name="Options">Its options, beside those of the built-in theme.</param>
/// <param name="Defaults">The values of options that a site does not set.</param>
/// <param name="Fingerprint">The fingerprint of the file.</param>
internal sealed record ThemeDescription(
    ImmutableArray<ThemeOption> Options, ImmutableSortedDictionary<string, string> Defaults, Fingerprint Fingerprint)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "theme.yml";

    /// <summary>The folder of the theme as a site names it; null for the built-in theme, or when it is no folder of the site.</summary>
    /// <param name="options">The layers of options.</param>
    public static string? FolderIn(RawOptions options)
    {
        foreach (var layer in options.Layers.Where(layer => layer.Entries.ContainsKey(ThemeOptionsReader.Key)))
        {
            var written = layer.Entries[ThemeOptionsReader.Key].Value switch
            {
                YamlScalar { IsNull: false } name => name.Value,
                YamlMap map => map.Text(ThemeOptionsReader.FolderKey),
                _ => null,
            };
            if (written is not null)
            {
                return FolderOf(written);
            }
        }

        return null;
    }

    /// <summary>A folder as written, relative to the site's; null when it is outside.</summary>
    public static string? FolderOf(string written) =>
        SitePath.Combine("", written.Replace('\\', '/').TrimEnd('/')) is { Length: > 0 } folder ? folder : null;
}

/// <summary>Reads <c>theme.yml</c>: the name of a theme, and the options that sites may set for it.</summary>
internal sealed class ThemeDescriptionReader
{
    private static readonly string[] s_keys = ["name", "description", "author", "license", "homepage", "options"];
    private static readonly string[] s_optionKeys = ["type", "default", "values", "description"];

    private static readonly (string Name, ThemeOptionKind Kind)[] s_types =
    [
        ("color", ThemeOptionKind.Colour), ("fonts", ThemeOptionKind.Fonts), ("length", ThemeOptionKind.Length),
        ("choice", ThemeOptionKind.Choice), ("switch", ThemeOptionKind.Switch), ("text", ThemeOptionKind.Text),
        ("picture", ThemeOptionKind.Picture),
    ];

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private ThemeDescriptionReader(SourceText source) => _source = source;

    /// <summary>Reads the file; options that cannot be understood are reported and left out.</summary>
    public static ParseResult<ThemeDescription> Read(SourceText source)
    {
        var reader = new ThemeDescriptionReader(source);
        var (node, problem) = YamlReader.Read(Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            reader._problems.Add(source.Report(OptionMessages.ConfigurationUnreadable(problem?.Message, problem?.Hint), at, at));
        }

        var map = node as YamlMap;
        reader.ReportUnknown(map, s_keys);
        var options = ImmutableArray.CreateBuilder<ThemeOption>();
        var defaults = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in (map?.Find("options") as YamlMap)?.Entries ?? [])
        {
            if (reader.OptionOf(entry) is not { } option)
            {
                continue;
            }

            options.Add(option);
            if (reader.DefaultOf(option, entry) is { } value)
            {
                defaults[option.Key] = value;
            }
        }

        var description = new ThemeDescription(options.ToImmutable(), defaults.ToImmutable(), Fingerprint.Compute(source.Bytes.Span));
        return new(description, reader._problems.ToImmutable());
    }

    private void ReportUnknown(YamlMap? map, string[] known)
    {
        foreach (var entry in map?.Entries.Where(entry => !known.Contains(entry.Key.Value)) ?? [])
        {
            Report(OptionMessages.UnknownThemeKey(entry.Key.Value, Suggestion.For(entry.Key.Value, known), known), entry.Key);
        }
    }

    private void Report(DiagnosticMessage message, YamlNode at) => _problems.Add(_source.Report(message, at.Start, at.End));

    private ThemeOption? OptionOf(YamlEntry entry)
    {
        var (key, map) = (entry.Key.Value, entry.Value as YamlMap);
        ReportUnknown(map, s_optionKeys);
        var type = map?.Text("type") ?? "";
        var words = (map?.Find("values") as YamlList)?.Items.OfType<YamlScalar>().Select(item => item.Value).ToImmutableArray() ?? [];
        if (!key.All(IsOfName) || ThemeOptionsReader.IsTaken(key))
        {
            Report(OptionMessages.ThemeOptionName(key, ThemeOptionsReader.IsTaken(key)), entry.Key);
        }
        else if (s_types.All(known => known.Name != type))
        {
            Report(OptionMessages.UnknownThemeType(key, s_types.Select(known => known.Name)), map?.Find("type") ?? entry.Key);
        }
        else if (type == "choice" && words.Length < 2)
        {
            Report(OptionMessages.ThemeChoiceWithoutWords(key), map?.Find("values") ?? entry.Key);
        }
        else
        {
            return new ThemeOption(key, s_types.First(known => known.Name == type).Kind) { Words = words };
        }

        return null;
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_';

    private string? DefaultOf(ThemeOption option, YamlEntry entry)
    {
        if ((entry.Value as YamlMap)?.Find("default") is not YamlScalar { IsNull: false } written)
        {
            return null;
        }

        if (ThemeOptionsReader.ProblemOf(option, written.Value.Trim()) is not { } problem)
        {
            return ThemeOptionsReader.ValueOf(option, written);
        }

        Report(problem, written);
        return null;
    }
}
