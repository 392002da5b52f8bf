using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Turns the keys that blog authors already have into <see cref="FrontMatterFields"/>.</summary>
/// <remarks>Keys are compared without case, <c>-</c> and <c>_</c>. Unknown keys are kept as params.</remarks>
internal sealed class FrontMatterReader
{
    private static readonly string[] s_known =
    [
        "title", "date", "updated", "publishDate", "expiryDate", "draft", "unlisted", "noindex", "slug", "url", "aliases",
        "tags", "categories", "authors", "series", "part", "weight", "menu", "canonical", "redirectTo", "summary", "description", "image", "imageAlt", "imageCaption", "imageCredit", "audio", "lang", "layout", "guid", "toc", "math", "comments",
    ];

    private readonly SourceText _source;
    private readonly DateReader _dates;
    private readonly ImmutableArray<TaxonomyKey> _taxonomies;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableArray<KeyValuePair<string, Value>>.Builder _params = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();

    private FrontMatterReader(SourceText source, DateReader dates, ImmutableArray<TaxonomyKey> taxonomies)
    {
        _source = source;
        _dates = dates;
        _taxonomies = taxonomies;
    }

    /// <summary>Whether a key has a meaning of its own, so that no taxonomy can have its name.</summary>
    public static bool Reads(string key) =>
        s_known.Contains(key, StringComparer.OrdinalIgnoreCase) || key is "params" or "posts" or "pages" or "page" or "assets" or "archive";

    /// <summary>Reads the YAML of a front matter block that starts behind line <paramref name="lineOffset"/>.</summary>
    public static ParseResult<FrontMatterFields> Read(SourceText source, string yaml, int lineOffset, DateReader dates, ImmutableArray<TaxonomyKey> taxonomies)
    {
        var entries = LenientYamlReader.Read(source, yaml, lineOffset);
        var reader = new FrontMatterReader(source, dates, taxonomies);
        reader._problems.AddRange(entries.Diagnostics);
        var front = FrontMatterFields.Empty;
        var positions = ImmutableArray.CreateBuilder<KeyValuePair<string, LinePosition>>();
        foreach (var entry in reader.WithoutRepeats(entries.Value))
        {
            front = reader.Read(front, entry);
            if (reader.KeptPlaceOf(entry.Name) is { } key)
            {
                positions.Add(new(key, entry.Key.Start));
            }
        }

        return new(front with { Params = reader._params.ToImmutable(), Positions = positions.ToImmutable() }, reader._problems.ToImmutable());
    }

    private string? KeptPlaceOf(string name) => name switch
    {
        "tags" or "categories" or "authors" or "series" or "slug" => name,
        "tag" => "tags",
        "category" => "categories",
        "author" or "by" => "authors",
        "url" or "permalink" or "path" => "url",
        "part" or "seriesorder" or "seriesweight" or "seriespart" or "seriesindex" => "part",
        "redirectto" => "redirect_to",
        _ => _taxonomies.Length > 0 && OwnTaxonomyOf(name) is { } taxonomy ? taxonomy : null,
    };

    private List<YamlEntry> WithoutRepeats(ImmutableArray<YamlEntry> entries)
    {
        var kept = new List<YamlEntry>(entries.Length);
        foreach (var entry in entries)
        {
            var before = kept.FindIndex(other => other.Name == entry.Name);
            if (before >= 0)
            {
                var first = kept[before].Key;
                var message = $"'{entry.Key.Value}' stands twice, in line {first.Start.Line} and in line {entry.Key.Start.Line}";
                Add(SiteRules.RepeatedKey, entry.Key, message, $"the value in line {entry.Key.Start.Line} is used; delete the other");
                kept.RemoveAt(before);
            }

            kept.Add(entry);
        }

        return kept;
    }

    private FrontMatterFields Read(FrontMatterFields front, YamlEntry entry) => entry.Name switch
    {
        "title" => front with { Title = Text(entry) },
        "date" or "pubdate" => front with { Date = Date(entry) },
        "updated" or "lastmod" or "modified" or "lastmodifiedat" or "updateddate" => front with { Updated = Date(entry) },
        "publishdate" => front with { PublishDate = Date(entry) },
        "expirydate" or "unpublishdate" or "expires" or "expirationdate" => front with { ExpiryDate = Date(entry) },
        "draft" => front with { IsDraft = front.IsDraft || Flag(entry) == true },
        "published" => front with { IsDraft = front.IsDraft || Flag(entry) == false },
        "status" => Status(front, entry),
        "unlisted" or "hidden" => front with { IsUnlisted = front.IsUnlisted || Flag(entry) == true },
        "noindex" => front with { NoIndex = Flag(entry) == true },
        "guid" => front with { Guid = Text(entry) },
        _ => ReadAddress(front, entry),
    };

    private FrontMatterFields ReadAddress(FrontMatterFields front, YamlEntry entry) => entry.Name switch
    {
        "slug" => front with { Slug = Text(entry) },
        "url" or "permalink" or "path" => front with { Url = Text(entry), UrlPosition = entry.Value.Start },
        "aliases" or "alias" or "redirectfrom" => front with { Aliases = front.Aliases.AddRange(Texts(entry, splitAtCommas: false)), AliasesPosition = entry.Key.Start },
        "tags" or "tag" => front with { Tags = front.Tags.AddRange(Texts(entry, splitAtCommas: true)) },
        "categories" or "category" => front with { Categories = front.Categories.AddRange(Texts(entry, splitAtCommas: true)) },
        "taxonomies" => Taxonomies(front, entry),
        "authors" or "author" or "by" => front with { Authors = front.Authors.AddRange(Authors(entry)) },
        _ => ReadContent(front, entry),
    };

    private FrontMatterFields ReadContent(FrontMatterFields front, YamlEntry entry) => entry.Name switch
    {
        "series" => Series(front, entry),
        "summary" or "excerpt" or "tldr" => front with { Summary = Text(entry) },
        "description" => front with { Description = Text(entry) },
        "image" or "cover" or "featuredimage" or "thumbnail" or "hero" or "ogimage" or "images" or "header" => Image(front, entry),
        "imagealt" or "coveralt" => front with { ImageAlt = Text(entry) },
        "imagecaption" or "covercaption" => front with { ImageCaption = Text(entry) },
        "imagecredit" or "covercredit" => front with { ImageCredit = Text(entry) },
        "audio" or "enclosure" or "podcast" or "audio.url" => Audio(front, entry),
        "lang" or "language" or "locale" => front with { Language = Language(entry) ?? front.Language },
        "layout" or "template" or "type" => front with { Layout = Layout(entry) },
        "comments" when entry.Value is YamlScalar => front with { Comments = Flag(entry) },
        "math" or "mathjax" or "katex" => front with { Math = Flag(entry) },
        "toc" or "showtoc" => front with { Toc = Flag(entry) },
        _ => ReadPlace(front, entry),
    };

    private FrontMatterFields Series(FrontMatterFields front, YamlEntry entry)
    {
        string[] names = [.. Texts(entry, splitAtCommas: false)];
        if (names.Length > 1)
        {
            Add(SiteRules.InvalidValue, entry.Value, $"a post is a part of one series; '{names[0]}' is used", "name the others under 'tags'");
        }

        return front with { Series = names.FirstOrDefault() };
    }

    private FrontMatterFields ReadPlace(FrontMatterFields front, YamlEntry entry) => entry.Name switch
    {
        "part" or "seriesorder" or "seriesweight" or "seriespart" or "seriesindex" => front with { Part = WholeNumber(entry) ?? front.Part },
        "weight" or "navorder" => front with { Weight = WholeNumber(entry) },
        "menu" or "menus" => front with { Menus = Menus(entry) },
        "canonical" or "canonicalurl" => front with { Canonical = Text(entry) },
        "redirectto" => front with { RedirectTo = Texts(entry, splitAtCommas: false).FirstOrDefault(), RedirectPosition = entry.Value.Start },
        _ when OwnTaxonomy(entry) is { } taxonomy => front with { Terms = WithTerms(front, taxonomy, [.. Texts(entry, splitAtCommas: true)]) },
        _ => Keep(front, entry),
    };

    private string? OwnTaxonomy(YamlEntry entry) => OwnTaxonomyOf(entry.Name);

    private string? OwnTaxonomyOf(string name) => _taxonomies.FirstOrDefault(
        taxonomy => name == taxonomy.Plural || name.Equals(taxonomy.Singular, StringComparison.OrdinalIgnoreCase)).Taxonomy;

    private static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> WithTerms(FrontMatterFields front, string taxonomy, ImmutableArray<string> terms)
    {
        var before = front.Terms.FirstOrDefault(known => known.Key == taxonomy);
        return before.Key is null ? front.Terms.Add(new(taxonomy, terms)) : front.Terms.Replace(before, new(taxonomy, before.Value.AddRange(terms)));
    }

    // 'main', a list of names, or a map of names to what Hugo's menus hold.
    private ImmutableArray<MenuPlace> Menus(YamlEntry entry) => entry.Value is YamlMap map
        ? [.. map.Entries.Select(menu => MenuPlaceOf(menu.Key.Value, menu.Value as YamlMap))]
        : [.. Texts(entry, splitAtCommas: true).Select(name => new MenuPlace(name, null, null))];

    private MenuPlace MenuPlaceOf(string menu, YamlMap? said) => new(
        menu, said?.Text("name") ?? said?.Text("title"), said?.Entries.LastOrDefault(entry => entry.Name == "weight") is { } weight ? WholeNumber(weight) : null);

    private int? WholeNumber(YamlEntry entry)
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

    private FrontMatterFields Status(FrontMatterFields front, YamlEntry entry) => Text(entry)?.ToLowerInvariant() switch
    {
        "draft" => front with { IsDraft = true },
        "hidden" => front with { IsUnlisted = true },
        _ => front,
    };

    private FrontMatterFields Taxonomies(FrontMatterFields front, YamlEntry entry)
    {
        foreach (var taxonomy in entry.Value is YamlMap map ? map.Entries : [])
        {
            front = ReadAddress(front, taxonomy);
        }

        return front;
    }

    private FrontMatterFields Image(FrontMatterFields front, YamlEntry entry)
    {
        // The first key that names an image wins: 'image' beside 'thumbnail' is common.
        if (front.Image is not null)
        {
            return Keep(front, entry);
        }

        var value = entry.Value is YamlList { Items: [var first, ..] } ? first : entry.Value;
        if (value is YamlMap map)
        {
            value = map.Find("image") ?? map.Find("url") ?? map.Find("src") ?? map.Find("path");
            front = front with { ImageAlt = front.ImageAlt ?? map.Text("alt"), ImageCaption = front.ImageCaption ?? map.Text("caption"), ImageCredit = front.ImageCredit ?? map.Text("credit") };
        }

        return value is YamlScalar { IsNull: false } scalar
            ? front with { Image = scalar.Value, ImageIfMissing = _source.Report(SiteRules.MissingImage, scalar.Start, scalar.End, $"there is no picture '{scalar.Value}'", null) }
            : front;
    }

    private FrontMatterFields Audio(FrontMatterFields front, YamlEntry entry)
    {
        if (front.Audio is not null || new AudioReader(_source, _problems).Read(entry) is not { } audio)
        {
            return Keep(front, entry);
        }

        // A podcast's map may say more than is read here.
        return entry.Value is YamlMap ? Keep(front, entry) with { Audio = audio } : front with { Audio = audio };
    }

    private string? Language(YamlEntry entry)
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

    private FrontMatterFields Keep(FrontMatterFields front, YamlEntry entry)
    {
        _params.Add(new(entry.Key.Value, YamlValue.From(entry.Value)));
        var written = entry.Key.Value;
        if (written.Length >= 3 && Array.Find(s_known, known => Suggestion.IsOneSlip(entry.Name, known)) is { } near)
        {
            Add(SiteRules.UnknownKey, entry.Key, $"'{written}' is not a front matter key", $"did you mean '{near}'?");
        }

        return front;
    }

    private string? Text(YamlEntry entry)
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

    private string? Layout(YamlEntry entry) => entry.Value switch
    {
        YamlScalar { IsNull: true } or YamlScalar { IsPlain: true, Value: "false" or "none" } => "none",
        _ => Text(entry),
    };

    // Null when nothing is said, or nothing that can be understood.
    private bool? Flag(YamlEntry entry)
    {
        var flag = (entry.Value as YamlScalar)?.AsBoolean;
        if (flag is null && entry.Value is not YamlScalar { IsNull: true })
        {
            Add(SiteRules.InvalidValue, entry.Value, $"'{entry.Key.Value}' must be true or false", null);
        }

        return flag;
    }

    private WrittenDate? Date(YamlEntry entry)
    {
        if (Text(entry) is not { Length: > 0 } text)
        {
            return null;
        }

        var date = _dates.Read(text, out var problem);
        if (problem is not null)
        {
            Add(SiteRules.InvalidDate, entry.Value, problem, "write it like 2026-03-05 or 2026-03-05T14:30:00+01:00");
        }

        return date;
    }

    private static IEnumerable<string> Authors(YamlEntry entry)
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

    private void Add(DiagnosticRule rule, YamlNode at, string message, string? hint) =>
        _problems.Add(_source.Report(rule, at.Start, at.End, message, hint));
}
