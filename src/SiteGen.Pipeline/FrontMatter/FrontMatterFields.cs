using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>An entry that a page requests in a menu.</summary>
internal sealed record MenuPlace(string Menu, string? Title, int? Weight);

/// <summary>Where a key of front matter is, and where its value starts.</summary>
internal readonly record struct FieldLocation(string Name, LinePosition Key, LinePosition Value);

/// <summary>The typed front matter of a post; null and empty mean not set.</summary>
/// <remarks>Here is what relates a post to others and plans the site; what only pages about it ask for is in <see cref="Page"/>.</remarks>
internal sealed record FrontMatterFields
{
    /// <summary>No front matter at all.</summary>
    public static readonly FrontMatterFields Empty = new();

    private readonly ReadOnlyMemory<byte> _record;

    // Written by any thread, always with the same value.
    private PageFields? _page;

    /// <summary>Fields that are not set.</summary>
    public FrontMatterFields() => _page = PageFields.Empty;

    /// <summary>Fields of which those of the page are in a record, and are read when they are asked for.</summary>
    public FrontMatterFields(ReadOnlyMemory<byte> page) => _record = page;

    /// <summary>When the post was published.</summary>
    public WrittenDate? Date { get; init; }

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

    /// <summary>The URL to which the page redirects.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>The URL of the post's image.</summary>
    public string? Image { get; init; }

    /// <summary>The name of the template; <c>none</c> for no template at all.</summary>
    public string? Layout { get; init; }

    /// <summary>The identifier in feeds, kept when the URL changes.</summary>
    public string? Guid { get; init; }

    /// <summary>What only pages about the post ask for.</summary>
    public PageFields Page
    {
        get => _page ??= FrontMatterRecord.ReadPage(_record);
        init => _page = value;
    }

    /// <summary>The location of a key, by its name in the table; none when it is missing or not recorded.</summary>
    public LinePosition PositionOf(string key) => LocationOf(key).Key;

    /// <summary>The location of a value, by the name of its key; none when it is missing or not recorded.</summary>
    public LinePosition ValuePositionOf(string key) => LocationOf(key).Value;

    private FieldLocation LocationOf(string key)
    {
        foreach (var location in Page.Locations)
        {
            if (location.Name == key)
            {
                return location;
            }
        }

        return new FieldLocation(key, LinePosition.None, LinePosition.None);
    }
}
