using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Reads single values of front matter, and collects the problems and the params of one post.</summary>
internal sealed class FieldValues(SourceText source, DateReader dates, FieldReader readEntry)
{
    private readonly SourceText _source = source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableArray<KeyValuePair<string, Value>>.Builder _params = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();

    /// <summary>The problems found so far.</summary>
    public ImmutableArray<Diagnostic>.Builder Problems => _problems;

    /// <summary>The entries that are not fields, by the names they were written with.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Params => _params.ToImmutable();

    /// <summary>Reads an entry inside another as if it were a key of its own.</summary>
    public FrontMatterFields ReadEntry(FrontMatterFields fields, YamlEntry entry) => readEntry(fields, entry, this);

    /// <summary>A single text; null when there is none.</summary>
    public string? Text(YamlEntry entry)
    {
        switch (entry.Value)
        {
            case YamlScalar { IsNull: true }:
                return null;
            case YamlScalar scalar:
                return scalar.Value.Trim();
            case YamlList { Items: [YamlScalar only] }:
                return only.Value.Trim();
            default:
                Add(SiteRules.InvalidValue, entry.Value, $"'{entry.Key.Value}' must be a single value", $"write '{entry.Key.Value}: …' in one line");
                return null;
        }
    }

    /// <summary>A list of texts, each as it is.</summary>
    public IEnumerable<string> List(YamlEntry entry) => Texts(entry, splitAtCommas: false);

    /// <summary>A list of terms: a YAML list, or one text with commas.</summary>
    public IEnumerable<string> Terms(YamlEntry entry) => Texts(entry, splitAtCommas: true);

    /// <summary>True or false; null when there is neither.</summary>
    public bool? Flag(YamlEntry entry)
    {
        var flag = (entry.Value as YamlScalar)?.AsBoolean;
        if (flag is null && entry.Value is not YamlScalar { IsNull: true })
        {
            Add(SiteRules.InvalidValue, entry.Value, $"'{entry.Key.Value}' must be true or false", null);
        }

        return flag;
    }

    /// <summary>A date; null when there is none that can be understood.</summary>
    public WrittenDate? Date(YamlEntry entry)
    {
        if (Text(entry) is not { Length: > 0 } text)
        {
            return null;
        }

        var date = dates.Read(text, out var problem);
        if (problem is not null)
        {
            Add(SiteRules.InvalidDate, entry.Value, problem, "write it like 2026-03-05 or 2026-03-05T14:30:00+01:00");
        }

        return date;
    }

    /// <summary>A whole number; null when there is none.</summary>
    public int? WholeNumber(YamlEntry entry)
    {
        if (Text(entry) is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Add(SiteRules.InvalidValue, entry.Value, $"'{entry.Key.Value}' must be a whole number", null);
        return null;
    }

    /// <summary>Names of authors: a text, a map with a <c>name</c> or <c>key</c>, or a list of these.</summary>
    public static IEnumerable<string> Names(YamlEntry entry)
    {
        foreach (var node in entry.Value is YamlList list ? list.Items : [entry.Value])
        {
            var name = node is YamlMap map ? map.Text("name") ?? map.Text("key") : (node as YamlScalar)?.Value;
            if (!string.IsNullOrWhiteSpace(name) && node is not YamlScalar { IsNull: true })
            {
                yield return name.Trim();
            }
        }
    }

    /// <summary>The name of a series; of several the first.</summary>
    public string? Series(YamlEntry entry)
    {
        string[] names = [.. List(entry)];
        if (names.Length > 1)
        {
            Add(SiteRules.InvalidValue, entry.Value, $"a post is a part of one series; '{names[0]}' is used", "name the others under 'tags'");
        }

        return names.FirstOrDefault();
    }

    /// <summary>A language, as a tag; null when there is none.</summary>
    public string? Language(YamlEntry entry)
    {
        if (Text(entry) is not { Length: > 0 } written)
        {
            return null;
        }

        var tag = LanguageTag.Normalize(written);
        if (tag is null)
        {
            Add(SiteRules.InvalidValue, entry.Value, $"'{written}' is not a language", "write a code such as 'de', 'fr' or 'pt-BR'");
        }

        return tag;
    }

    /// <summary>The name of a template; <c>none</c> for no template at all.</summary>
    public string? Layout(YamlEntry entry) => entry.Value switch
    {
        YamlScalar { IsNull: true } or YamlScalar { IsPlain: true, Value: "false" or "none" } => "none",
        _ => Text(entry),
    };

    /// <summary>The menus that a page puts itself into.</summary>
    /// <remarks><c>main</c>, a list of names, or a map of names to what Hugo's menus hold.</remarks>
    public ImmutableArray<MenuPlace> Menus(YamlEntry entry) => entry.Value is YamlMap map
        ? [.. map.Entries.Select(menu => MenuPlaceOf(menu.Key.Value, menu.Value as YamlMap))]
        : [.. Terms(entry).Select(name => new MenuPlace(name, null, null))];

    private MenuPlace MenuPlaceOf(string menu, YamlMap? said) => new(
        menu, said?.Text("name") ?? said?.Text("title"), said?.Entries.LastOrDefault(entry => entry.Name == "weight") is { } weight ? WholeNumber(weight) : null);

    /// <summary>The image of a post: a path, a map, or a list of these.</summary>
    public FrontMatterFields Image(FrontMatterFields fields, YamlEntry entry)
    {
        // The first key that names an image wins: 'image' beside 'thumbnail' is common.
        if (fields.Image is not null)
        {
            return Keep(fields, entry);
        }

        var value = entry.Value is YamlList { Items: [var first, ..] } ? first : entry.Value;
        if (value is YamlMap map)
        {
            value = map.Find("image") ?? map.Find("url") ?? map.Find("src") ?? map.Find("path");
            fields = fields with
            {
                ImageAlt = fields.ImageAlt ?? map.Text("alt"),
                ImageCaption = fields.ImageCaption ?? map.Text("caption"),
                ImageCredit = fields.ImageCredit ?? map.Text("credit"),
            };
        }

        if (value is not YamlScalar { IsNull: false } scalar)
        {
            return fields;
        }

        var missing = _source.Report(SiteRules.MissingImage, scalar.Start, scalar.End, $"there is no picture '{scalar.Value}'", null);
        return fields with { Image = scalar.Value, ImageIfMissing = missing };
    }

    /// <summary>The audio file of a post.</summary>
    public FrontMatterFields Audio(FrontMatterFields fields, YamlEntry entry)
    {
        if (fields.Audio is not null || new AudioReader(_source, _problems).Read(entry) is not { } audio)
        {
            return Keep(fields, entry);
        }

        // A podcast's map may say more than is read here.
        return entry.Value is YamlMap ? Keep(fields, entry) with { Audio = audio } : fields with { Audio = audio };
    }

    /// <summary>Keeps an entry that is not a field as a param; a key close to a known one is reported.</summary>
    public FrontMatterFields Keep(FrontMatterFields fields, YamlEntry entry)
    {
        _params.Add(new(entry.Key.Value, YamlValue.From(entry.Value)));
        var written = entry.Key.Value;
        if (written.Length >= 3 && FrontMatterKeys.Near(entry.Name) is { } near)
        {
            Add(SiteRules.UnknownKey, entry.Key, $"'{written}' is not a front matter key", $"did you mean '{near.Name}'?");
        }

        return fields;
    }

    private IEnumerable<string> Texts(YamlEntry entry, bool splitAtCommas)
    {
        var scalars = new List<YamlScalar>();
        Flatten(entry, entry.Value, scalars);
        var isOne = entry.Value is YamlScalar;
        foreach (var scalar in scalars.Where(scalar => !scalar.IsNull))
        {
            foreach (var part in isOne && splitAtCommas ? scalar.Value.Split(',') : [scalar.Value])
            {
                if (part.Trim() is { Length: > 0 } text)
                {
                    yield return text;
                }
            }
        }
    }

    // '- - /old/' is one address in two lists: seen in real blogs.
    private void Flatten(YamlEntry entry, YamlNode node, List<YamlScalar> scalars)
    {
        switch (node)
        {
            case YamlScalar scalar:
                scalars.Add(scalar);
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    Flatten(entry, item, scalars);
                }

                break;
            default:
                var at = node is YamlMap { Entries: [var first, ..] } ? first.Key : node;
                Add(SiteRules.InvalidValue, at, $"an item of '{entry.Key.Value}' is a key with a value and was left out", "put the item in quotes");
                break;
        }
    }

    /// <summary>Reports a problem at a node.</summary>
    public void Add(DiagnosticRule rule, YamlNode at, string message, string? hint) =>
        _problems.Add(_source.Report(rule, at.Start, at.End, message, hint));
}
