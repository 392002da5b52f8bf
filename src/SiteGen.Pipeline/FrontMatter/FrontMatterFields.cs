using System.Collections.Immutable;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>An entry that a page requests in a menu.</summary>
internal sealed record MenuPlace(string Menu, string? Title, int? Weight);

/// <summary>Where a key of front matter is, and where its value starts.</summary>
internal readonly record struct FieldLocation(string Name, LinePosition Key, LinePosition Value);

/// <summary>The typed front matter of a post; null and empty mean not set.</summary>
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

    /// <summary>When the post becomes visible.</summary>
    public WrittenDate? PublishDate { get; init; }

    /// <summary>When the post stops being visible.</summary>
    public WrittenDate? ExpiryDate { get; init; }

    /// <summary>Whether the post is not ready to be published.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the post has a page but appears in no list.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>Whether the post is before all others in the list of the home page.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether search engines are asked to leave the page out.</summary>
    public bool NoIndex { get; init; }

    /// <summary>Whether the search of the site leaves it out.</summary>
    public bool IsUnsearchable { get; init; }

    /// <summary>The last segment of the URL.</summary>
    public string? Slug { get; init; }

    /// <summary>The whole path of the page.</summary>
    public string? Url { get; init; }

    /// <summary>Former URLs.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Tags, as written.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Categories, as written.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Names or keys of the authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The name of the series the post is part of.</summary>
    public string? Series { get; init; }

    /// <summary>The position in the series, counted from 1; null to be ordered by date.</summary>
    public int? Part { get; init; }

    /// <summary>The terms of the taxonomies that the site declares, by their names.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Terms { get; init; } = [];

    /// <summary>The order among pages and in menus, lightest first.</summary>
    public int? Weight { get; init; }

    /// <summary>The menus that the page adds itself to.</summary>
    public ImmutableArray<MenuPlace> Menus { get; init; } = [];

    /// <summary>The canonical URL for search engines; may be on another site.</summary>
    public string? Canonical { get; init; }

    /// <summary>The URL to which the page redirects.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>The summary, as Markdown.</summary>
    public string? Summary { get; init; }

    /// <summary>One or two sentences for search engines, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The URL of the post's image.</summary>
    public string? Image { get; init; }

    /// <summary>The problem to report when that file does not exist.</summary>
    public Diagnostic? ImageIfMissing { get; init; }

    /// <summary>The alternative text of the image.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The caption of the image, as Markdown.</summary>
    public string? ImageCaption { get; init; }

    /// <summary>The credit of the image, as Markdown.</summary>
    public string? ImageCredit { get; init; }

    /// <summary>The audio file that the post is about.</summary>
    public PostAudio? Audio { get; init; }

    /// <summary>The name of the template; <c>none</c> for no template at all.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether to show a table of contents; null to decide by the length of the text.</summary>
    public bool? Toc { get; init; }

    /// <summary>Whether formulas are parsed; null to use the option of the site.</summary>
    public bool? Math { get; init; }

    /// <summary>Whether archived comments are shown; null when not set.</summary>
    public bool? Comments { get; init; }

    /// <summary>The identifier in feeds, kept when the URL changes.</summary>
    public string? Guid { get; init; }

    /// <summary>The language it is written in, as a tag.</summary>
    public string? Language { get; init; }

    /// <summary>The locations of the located keys and of the keys of the site's own taxonomies.</summary>
    public ImmutableArray<FieldLocation> Locations { get; init; } = [];

    /// <summary>The location of a key, by its name in the table; none when it is missing or not recorded.</summary>
    public LinePosition PositionOf(string key) => LocationOf(key).Key;

    /// <summary>The location of a value, by the name of its key; none when it is missing or not recorded.</summary>
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

    /// <summary>Every other key, by its name as written.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Params { get; init; } = [];
}
