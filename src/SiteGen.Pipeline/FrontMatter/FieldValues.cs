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
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>(0);
    private readonly ImmutableArray<KeyValuePair<string, Value>>.Builder _params =
        ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>(0);

    /// <summary>The problems found so far.</summary>
    public ImmutableArray<Diagnostic>.Builder Problems => _problems;

    /// <summary>The entries that are not fields, by their names as written.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Params => _params.ToImmutable();

    /// <summary>Reads an entry inside another as if it were a key of its own.</summary>
    public FrontMatterFields ReadEntry(FrontMatterFields fields, YamlEntry entry) => readEntry(fields, entry, this);

    /// <summary>A single text; null when the value is empty or not a single one.</summary>
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
                Add(FrontMatterMessages.NotSingle(entry.Key.Value), entry.Value);
                return null;
        }
    }

    /// <summary>A list of texts; commas do not split them.</summary>
    public IEnumerable<string> List(YamlEntry entry) => Texts(entry, splitAtCommas: false);

    /// <summary>A list of terms: a YAML list, or one text with commas.</summary>
    public IEnumerable<string> Terms(YamlEntry entry) => Texts(entry, splitAtCommas: true);

    /// <summary>A list of tags, without the <c>#</c> that some write in front of them.</summary>
    public IEnumerable<string> Tags(YamlEntry entry) =>
        Terms(entry).Select(tag => tag is ['#', not '#', ..] ? tag[1..].TrimStart() : tag);

    /// <summary>True or false; null when the value is neither.</summary>
    public bool? Flag(YamlEntry entry)
    {
        var flag = (entry.Value as YamlScalar)?.AsBoolean;
        if (flag is null && entry.Value is not YamlScalar { IsNull: true })
        {
            Add(FrontMatterMessages.NotBoolean(entry.Key.Value), entry.Value);
        }

        return flag;
    }

    /// <summary>A date; null when the value is empty or not a date.</summary>
    public WrittenDate? Date(YamlEntry entry)
    {
        if (Text(entry) is not { Length: > 0 } text)
        {
            return null;
        }

        var date = dates.Read(text, out var problem);
        if (problem is { } message)
        {
            Add(message, entry.Value);
        }

        return date;
    }

    /// <summary>A whole number; null when the value is empty or not one.</summary>
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

        Add(FrontMatterMessages.NotWholeNumber(entry.Key.Value), entry.Value);
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
            Add(FrontMatterMessages.SeveralSeries(names[0]), entry.Value);
        }

        return names.FirstOrDefault();
    }

    /// <summary>A language, as a tag; null when the value is empty or not one.</summary>
    public string? Language(YamlEntry entry)
    {
        if (Text(entry) is not { Length: > 0 } written)
        {
            return null;
        }

        var tag = LanguageTag.Normalize(written);
        if (tag is null)
        {
            Add(FrontMatterMessages.NotLanguage(written), entry.Value);
        }

        return tag;
    }

    /// <summary>The name of a template; <c>none</c> for no template at all.</summary>
    public string? Layout(YamlEntry entry) => entry.Value switch
    {
        YamlScalar { IsNull: true } or YamlScalar { IsPlain: true, Value: "false" or "none" } => "none",
        _ => Text(entry),
    };

    /// <summary>The menus that a page adds itself to.</summary>
    /// <remarks><c>main</c>, a list of names, or a map from names to Hugo's menu settings.</remarks>
    public ImmutableArray<MenuPlace> Menus(YamlEntry entry) => entry.Value is YamlMap map
        ? [.. map.Entries.Select(menu => MenuPlaceOf(menu.Key.Value, menu.Value as YamlMap))]
        : [.. Terms(entry).Select(name => new MenuPlace(name, null, null))];

    private MenuPlace MenuPlaceOf(string menu, YamlMap? settings)
    {
        var weight = settings?.Entries.LastOrDefault(entry => entry.Name == "weight");
        return new(menu, settings?.Text("name") ?? settings?.Text("title"), weight is null ? null : WholeNumber(weight));
    }

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
            var page = fields.Page with
            {
                ImageAlt = fields.Page.ImageAlt ?? TextIn(map, "alt"),
                ImageCaption = fields.Page.ImageCaption ?? TextIn(map, "caption"),
                ImageCredit = fields.Page.ImageCredit ?? TextIn(map, "credit"),
            };
            fields = fields with { Page = page };
        }

        if (value is not YamlScalar { IsNull: false } scalar)
        {
            return fields;
        }

        var missing = _source.Report(FrontMatterMessages.MissingImage(scalar.Value), scalar.Start, scalar.End);
        return fields with { Image = scalar.Value, Page = fields.Page with { ImageIfMissing = missing } };
    }

    private static string? TextIn(YamlMap map, string key) => map.Text(key) is { } text ? EntityText.Decode(text) : null;

    /// <summary>The audio file of a post.</summary>
    public FrontMatterFields Audio(FrontMatterFields fields, YamlEntry entry)
    {
        if (fields.Page.Audio is not null || new AudioReader(_source, _problems).Read(entry) is not { } audio)
        {
            return Keep(fields, entry);
        }

        // A podcast's map may hold more keys; templates can read them.
        var kept = entry.Value is YamlMap ? Keep(fields, entry) : fields;
        return kept with { Page = kept.Page with { Audio = audio } };
    }

    /// <summary>Keeps an entry that is not a field as a param; a key close to a known one is reported.</summary>
    public FrontMatterFields Keep(FrontMatterFields fields, YamlEntry entry)
    {
        _params.Add(new(entry.Key.Value, YamlValue.From(entry.Value)));
        var written = entry.Key.Value;
        if (written.Length >= 3 && FrontMatterKeys.Near(entry.Name) is { } near)
        {
            Add(FrontMatterMessages.UnknownKey(written, near.Name), entry.Key);
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

    // '- - /old/' is one URL in two nested lists, as found in real blogs.
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
                var key = entry.Key.Value;
                Add(node == entry.Value ? FrontMatterMessages.MapAsList(key) : FrontMatterMessages.MapAsItem(key), at);
                break;
        }
    }

    /// <summary>Reports a problem at a node.</summary>
    public void Add(DiagnosticMessage message, YamlNode at) => _problems.Add(_source.Report(message, at.Start, at.End));
}
