using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>A network on which readers can share a post.</summary>
/// <param name="Name">The network: <c>mastodon</c>, <c>email</c>.</param>
/// <param name="Host">The server, for a network that has many; null when not set.</param>
public sealed record ShareTarget(string Name, string? Host);

/// <summary>The font that cards are written with.</summary>
/// <param name="Path">The path of its file, relative to the site's folder; empty for the fonts of the machine.</param>
/// <param name="IfMissing">The problem to report when there is no such file; for the machine's fonts, the note on them.</param>
public sealed record CardFontOption(string Path, Diagnostic IfMissing)
{
    /// <summary>Whether cards are written with whatever fonts the machine has.</summary>
    public bool IsOfMachine => Path.Length == 0;
}

/// <summary>A picture that is an option of the theme.</summary>
/// <param name="Address">Its address as written.</param>
/// <param name="IfMissing">The problem to report when the site has no such file.</param>
public sealed record ThemePicture(string Address, Diagnostic IfMissing);

/// <summary>What an option of a theme holds.</summary>
public enum ThemeOptionKind
{
    /// <summary>A colour (CSS Color 4).</summary>
    Colour,

    /// <summary>Names of fonts, separated by commas (CSS Fonts 4, <c>font-family</c>).</summary>
    Fonts,

    /// <summary>A length (CSS Values 4).</summary>
    Length,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>A text, such as an address.</summary>
    Text,

    /// <summary>The address of a picture of the site, or a whole address with <c>https://</c>.</summary>
    Picture,
}

/// <summary>An option of a theme.</summary>
/// <param name="Key">Its key below <c>theme</c>.</param>
/// <param name="Kind">What it holds.</param>
public sealed record ThemeOption(string Key, ThemeOptionKind Kind)
{
    /// <summary>The words to choose from; empty unless it is a choice.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether its value becomes a custom property of the style sheet.</summary>
    public bool IsStyle => Kind is ThemeOptionKind.Colour or ThemeOptionKind.Fonts or ThemeOptionKind.Length;
}

/// <summary>The options of the built-in theme.</summary>
/// <param name="Values">What is set, by key.</param>
/// <param name="Share">The share links below a post, in the order written.</param>
public sealed record ThemeOptions(ImmutableSortedDictionary<string, string> Values, ImmutableArray<ShareTarget> Share)
{
    /// <summary>Nothing set.</summary>
    public static ThemeOptions None { get; } = new(ImmutableSortedDictionary<string, string>.Empty, []);

    /// <summary>The options of the built-in theme, but for <c>share</c> and the font of cards.</summary>
    public static ImmutableArray<ThemeOption> BuiltIn { get; } =
    [
        .. Each(ThemeOptionKind.Colour, "accent", "accent_dark", "paper", "paper_dark", "ink", "ink_dark"),
        .. Each(ThemeOptionKind.Fonts, "text_font", "label_font", "code_font"),
        .. Each(ThemeOptionKind.Length, "width", "page", "corner"),
        new("look", ThemeOptionKind.Choice) { Words = ["journal", "magazine"] },
        new("switch", ThemeOptionKind.Switch),
        new("lists", ThemeOptionKind.Choice) { Words = ["pictures", "text"] },
        new("logo", ThemeOptionKind.Picture),
        new("image", ThemeOptionKind.Picture),
        new("webmention", ThemeOptionKind.Text),
        new("edit", ThemeOptionKind.Text),
    ];

    /// <summary>The supported networks.</summary>
    public static ImmutableArray<string> Networks { get; } = ["mastodon", "bluesky", "linkedin", "facebook", "x", "whatsapp", "email"];

    /// <summary>The key of the font of cards, which is no part of the style sheet.</summary>
    public const string CardFontKey = "card_font";

    /// <summary>The folder of the theme, relative to the site's; empty for the built-in theme.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The options of a theme in a folder, beside those of the built-in theme.</summary>
    public ImmutableArray<ThemeOption> OfFolder { get; init; } = [];

    /// <summary>All options.</summary>
    public IEnumerable<ThemeOption> All => BuiltIn.Concat(OfFolder);

    /// <summary>The font of cards; null when not set.</summary>
    public CardFontOption? CardFont { get; init; }

    /// <summary>The pictures among the values.</summary>
    public ImmutableArray<ThemePicture> Pictures { get; init; } = [];

    /// <summary>Whether readers get a button that changes between light and dark.</summary>
    public bool HasSwitch => this["switch"] == "true";

    /// <summary>The value of a key; null when not set.</summary>
    public string? this[string key] => Values.GetValueOrDefault(key);

    /// <summary>Whether an option is either on or off.</summary>
    public bool IsSwitch(string key) => All.FirstOrDefault(option => option.Key == key) is { Kind: ThemeOptionKind.Switch };

    /// <summary>Whether an option becomes a custom property of the style sheet.</summary>
    public bool IsStyle(string key) => All.FirstOrDefault(option => option.Key == key) is { IsStyle: true };

    private static IEnumerable<ThemeOption> Each(ThemeOptionKind kind, params IEnumerable<string> keys) =>
        keys.Select(key => new ThemeOption(key, kind));
}
