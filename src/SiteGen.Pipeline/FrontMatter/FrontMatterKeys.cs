using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>The table of front matter keys: to add a key, add a row and its field.</summary>
/// <remarks>
/// The reader, the suggestions for misspelt keys, the reserved names of taxonomies and the recorded locations follow from it; a test
/// compares the guide with it.
/// </remarks>
internal static class FrontMatterKeys
{
    // The site template object or the output already has these names.
    private static readonly ImmutableArray<string> s_folders = ["params", "posts", "pages", "page", "assets", "archive"];

    private static readonly ValueShape s_textOrMap = ValueShape.Either(ValueShape.Text, new ValueShape.MapOf(ValueShape.Anything));
    private static readonly ValueShape s_taxonomies = new ValueShape.MapOf(ValueShape.Texts);
    private static readonly ValueShape s_people = new ValueShape.ListOf(s_textOrMap, AlsoSingle: true);
    private static readonly ValueShape s_menus = new ValueShape.ListOf(s_textOrMap, AlsoSingle: true);
    private static readonly ValueShape s_image = new ValueShape.ListOf(s_textOrMap, AlsoSingle: true);
    private static readonly ValueShape s_comments = ValueShape.Either(ValueShape.Flag, new ValueShape.MapOf(ValueShape.Anything));

    /// <summary>Every key, in the order of the guide.</summary>
    public static ImmutableArray<FrontMatterKey> All { get; } =
    [
        new("title", [], Page(static (page, entry, values) => page with { Title = values.Text(entry) })) { Text = TextForm.Plain },
        new("date", ["pubDate"], static (fields, entry, values) => fields with { Date = values.Date(entry) })
        {
            Shape = ValueShape.Date,
        },
        new("updated", ["lastmod", "modified", "last_modified_at", "updatedDate"],
            Page(static (page, entry, values) => page with { Updated = values.Date(entry) }))
        {
            Shape = ValueShape.Date,
        },
        new("publishDate", [], static (fields, entry, values) => fields with { PublishDate = values.Date(entry) })
        {
            Shape = ValueShape.Date,
        },
        new("expiryDate", ["unpublishdate", "expires", "expiration_date"],
            static (fields, entry, values) => fields with { ExpiryDate = values.Date(entry) })
        {
            Shape = ValueShape.Date,
        },
        new("draft", [], static (fields, entry, values) => fields with { IsDraft = fields.IsDraft || values.Flag(entry) == true })
        {
            Shape = ValueShape.Flag,
        },
        new("published", [], static (fields, entry, values) => fields with { IsDraft = fields.IsDraft || values.Flag(entry) == false })
        {
            IsSuggested = false,
            Shape = ValueShape.Flag,
        },
        new("status", [], Status) { IsSuggested = false },
        new("unlisted", ["hidden"],
            static (fields, entry, values) => fields with { IsUnlisted = fields.IsUnlisted || values.Flag(entry) == true })
        {
            Shape = ValueShape.Flag,
        },
        new("pinned", ["pin", "sticky"], static (fields, entry, values) => fields with { IsPinned = values.Flag(entry) == true })
        {
            Shape = ValueShape.Flag,
        },
        new("noindex", [], static (fields, entry, values) => fields with { NoIndex = values.Flag(entry) == true })
        {
            Shape = ValueShape.Flag,
        },
        new("search", [], static (fields, entry, values) => fields with { IsUnsearchable = values.Flag(entry) == false })
        {
            Shape = ValueShape.Flag,
        },
        new("slug", [], Page(static (page, entry, values) => page with { Slug = values.Text(entry) })) { IsLocated = true },
        new("url", ["permalink", "path"], Page(static (page, entry, values) => page with { Url = values.Text(entry) }))
        {
            IsLocated = true,
        },
        new("aliases", ["alias", "redirect_from"],
            static (fields, entry, values) => fields with { Aliases = fields.Aliases.AddRange(values.List(entry)) })
        {
            IsLocated = true,
            Shape = ValueShape.Texts,
        },
        new("redirectTo", [],
            static (fields, entry, values) => fields with { RedirectTo = values.List(entry).FirstOrDefault() })
        {
            IsLocated = true,
            Shape = ValueShape.Texts,
        },
        new("tags", ["tag"],
            static (fields, entry, values) => fields with { Tags = fields.Tags.AddRange(values.Tags(entry)) })
        {
            IsLocated = true,
            Text = TextForm.Plain,
            Shape = ValueShape.Texts,
        },
        new("categories", ["category"],
            static (fields, entry, values) => fields with { Categories = fields.Categories.AddRange(values.Terms(entry)) })
        {
            IsLocated = true,
            Text = TextForm.Plain,
            Shape = ValueShape.Texts,
        },
        new("taxonomies", [], Taxonomies) { IsSuggested = false, Shape = s_taxonomies },
        new("authors", ["author", "by"],
            static (fields, entry, values) => fields with { Authors = fields.Authors.AddRange(FieldValues.Names(entry)) })
        {
            IsLocated = true,
            Text = TextForm.Plain,
            Shape = s_people,
        },
        new("series", [], static (fields, entry, values) => fields with { Series = values.Series(entry) })
        {
            IsLocated = true,
            Text = TextForm.Plain,
            Shape = s_textOrMap,
        },
        new("part", ["series_order", "series_weight", "series_part", "series_index"],
            static (fields, entry, values) => fields with { Part = values.WholeNumber(entry) ?? fields.Part })
        {
            IsLocated = true,
            Shape = ValueShape.WholeNumber,
        },
        new("weight", ["nav_order"], static (fields, entry, values) => fields with { Weight = values.WholeNumber(entry) })
        {
            Shape = ValueShape.WholeNumber,
        },
        new("menu", ["menus"], static (fields, entry, values) => fields with { Menus = values.Menus(entry) })
        {
            Shape = s_menus,
        },
        new("canonical", ["canonical_url"], Page(static (page, entry, values) => page with { Canonical = values.Text(entry) })),
        new("summary", ["excerpt", "tldr"], Page(static (page, entry, values) => page with { Summary = values.Text(entry) }))
        {
            Text = TextForm.Markdown,
        },
        new("description", [], Page(static (page, entry, values) => page with { Description = values.Text(entry) }))
        {
            Text = TextForm.Plain,
        },
        new("image", ["cover", "featured_image", "thumbnail", "hero", "og_image", "images", "header"],
            static (fields, entry, values) => values.Image(fields, entry)) { Shape = s_image },
        new("imageAlt", ["cover_alt"], Page(static (page, entry, values) => page with { ImageAlt = values.Text(entry) }))
        {
            Text = TextForm.Plain,
        },
        new("imageCaption", ["cover_caption"], Page(static (page, entry, values) => page with { ImageCaption = values.Text(entry) }))
        {
            Text = TextForm.Plain,
        },
        new("imageCredit", ["cover_credit"], Page(static (page, entry, values) => page with { ImageCredit = values.Text(entry) }))
        {
            Text = TextForm.Plain,
        },
        new("audio", ["enclosure", "podcast", "audio.url"], static (fields, entry, values) => values.Audio(fields, entry))
        {
            Shape = s_textOrMap,
        },
        new("lang", ["language", "locale"],
            Page(static (page, entry, values) => page with { Language = values.Language(entry) ?? page.Language })),
        new("layout", ["template", "type"], static (fields, entry, values) => fields with { Layout = values.Layout(entry) })
        {
            IsLocated = true,
        },
        new("guid", [], static (fields, entry, values) => fields with { Guid = values.Text(entry) }) { IsLocated = true },
        new("toc", ["show_toc"], Page(static (page, entry, values) => page with { Toc = values.Flag(entry) }))
        {
            Shape = ValueShape.Flag,
        },
        new("math", ["mathjax", "katex"], Page(static (page, entry, values) => page with { Math = values.Flag(entry) }))
        {
            Shape = ValueShape.Flag,
        },
        new("comments", [], Comments) { Shape = s_comments },
    ];

    private static readonly FrozenDictionary<string, FrontMatterKey> s_byName = All
        .SelectMany(key => key.Names.Select(name => KeyValuePair.Create(FrontMatterKey.Normalize(name), key)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row of a key by its name in the table; -1 when there is none.</summary>
    public static int IndexOf(string name)
    {
        for (var row = 0; row < All.Length; row++)
        {
            if (All[row].Name == name)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>The key of a normalized name; null when there is none.</summary>
    public static FrontMatterKey? Find(string normalizedName) => s_byName.GetValueOrDefault(normalizedName);

    /// <summary>Whether a normalized name is that of a key whose value is a text that people read.</summary>
    public static bool IsText(string normalizedName) => Find(normalizedName) is { Text: not TextForm.None };

    /// <summary>The key that a misspelt name is close to; null when there is none.</summary>
    public static FrontMatterKey? Near(string normalizedName) =>
        All.FirstOrDefault(key => key.IsSuggested && Suggestion.IsOneSlip(normalizedName, FrontMatterKey.Normalize(key.Name)));

    /// <summary>Why a taxonomy cannot have a name; null when it can.</summary>
    public static string? TakenBy(string taxonomy) =>
        Find(FrontMatterKey.Normalize(taxonomy)) is not null ? "a front matter key with a meaning of its own"
        : s_folders.Contains(taxonomy, StringComparer.OrdinalIgnoreCase) ? "a folder of every site"
        : null;

    private static FieldReader Page(Func<PageFields, YamlEntry, FieldValues, PageFields> read) =>
        (fields, entry, values) => fields with { Page = read(fields.Page, entry, values) };

    private static FrontMatterFields Status(FrontMatterFields fields, YamlEntry entry, FieldValues values) =>
        values.Text(entry)?.ToLowerInvariant() switch
        {
            "draft" => fields with { IsDraft = true },
            "hidden" => fields with { IsUnlisted = true },
            _ => fields,
        };

    private static FrontMatterFields Taxonomies(FrontMatterFields fields, YamlEntry entry, FieldValues values) =>
        (entry.Value as YamlMap)?.Entries.Aggregate(fields, values.ReadEntry) ?? fields;

    // A map holds the settings of another generator.
    private static FrontMatterFields Comments(FrontMatterFields fields, YamlEntry entry, FieldValues values) =>
        entry.Value is YamlScalar ? fields with { Page = fields.Page with { Comments = values.Flag(entry) } } : values.Keep(fields, entry);
}
