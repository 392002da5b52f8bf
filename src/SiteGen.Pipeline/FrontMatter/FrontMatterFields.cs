using System.Collections.Immutable;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>A place that a page wants in a menu.</summary>
internal sealed record MenuPlace(string Menu, string? Title, int? Weight);

/// <summary>Where a key of front matter is, and where its value starts.</summary>
internal readonly record struct FieldLocation(string Name, LinePosition Key, LinePosition Value);

/// <summary>The typed YAML head of a post; null and empty mean that nothing was said.</summary>
internal sealed record FrontMatterFields
{
    /// <summary>No front matter at all.</summary>
    public static readonly FrontMatterFields Empty = new();

    /// <summary>The title, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>When the post was published.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>When it was last changed in substance.</summary>
    public WrittenDate? Updated { get; init; }

    /// <summary>Not to be shown before this instant.</summary>
    public WrittenDate? PublishDate { get; init; }

    /// <summary>Not to be shown from this instant on.</summary>
    public WrittenDate? ExpiryDate { get; init; }

    /// <summary>Whether the post is not ready to be published.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the post has a page but stands in no list.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>Whether search engines are asked to leave the page out.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The last part of the address.</summary>
    public string? Slug { get; init; }

    /// <summary>The whole path of the page.</summary>
    public string? Url { get; init; }

    /// <summary>Former addresses.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Tags, as written.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Categories, as written.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Names or keys of the authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The name of the series the post is part of.</summary>
    public string? Series { get; init; }

    /// <summary>The place in the series, counted from 1; null to stand where the date puts it.</summary>
    public int? Part { get; init; }

    /// <summary>The terms of the taxonomies that the site declares, by their names.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Terms { get; init; } = [];

    /// <summary>The order among pages and in menus, lightest first.</summary>
    public int? Weight { get; init; }

    /// <summary>The menus that the page puts itself into.</summary>
    public ImmutableArray<MenuPlace> Menus { get; init; } = [];

    /// <summary>The address that search engines should take for the page's own; may be on another site.</summary>
    public string? Canonical { get; init; }

    /// <summary>Where readers are sent instead of being shown the page.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>The summary, as Markdown.</summary>
    public string? Summary { get; init; }

    /// <summary>One or two sentences for search engines, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the post's image.</summary>
    public string? Image { get; init; }

    /// <summary>The problem to report when that is no file of the site.</summary>
    public Diagnostic? ImageIfMissing { get; init; }

    /// <summary>What the image shows, in words.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>What is said below the image, as Markdown.</summary>
    public string? ImageCaption { get; init; }

    /// <summary>Who made the image, as Markdown.</summary>
    public string? ImageCredit { get; init; }

    /// <summary>The sound file that the post is about.</summary>
    public PostAudio? Audio { get; init; }

    /// <summary>The name of the template; <c>none</c> for no template at all.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether the headings are listed; null where the length of the text decides.</summary>
    public bool? Toc { get; init; }

    /// <summary>Whether formulas are found in the text; null where the site decides.</summary>
    public bool? Math { get; init; }

    /// <summary>Whether archived comments are shown; null when nothing was said.</summary>
    public bool? Comments { get; init; }

    /// <summary>The identifier in feeds, kept through changes of address.</summary>
    public string? Guid { get; init; }

    /// <summary>The language it is written in, as a tag.</summary>
    public string? Language { get; init; }

    /// <summary>Where the located keys and the keys of the site's own taxonomies are.</summary>
    public ImmutableArray<FieldLocation> Locations { get; init; } = [];

    /// <summary>Where a key is, by its name in the table; nowhere when it is not there or is not located.</summary>
    public LinePosition PositionOf(string key) => LocationOf(key).Key;

    /// <summary>Where the value of a key starts; nowhere when it is not there or is not located.</summary>
    public LinePosition ValuePositionOf(string key) => LocationOf(key).Value;

    private FieldLocation LocationOf(string key)
    {
        foreach (var location in Locations)
        {
            if (location.Name == key)
            {
                return location;
            }
        }

        return new FieldLocation(key, LinePosition.None, LinePosition.None);
    }

    /// <summary>Every other key, by the name it was written with.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Params { get; init; } = [];
}
