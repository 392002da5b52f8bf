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

/// <summary>The options of the built-in theme.</summary>
/// <param name="Values">Colours, fonts and sizes, by key.</param>
/// <param name="Share">The share links below a post, in the order written.</param>
public sealed record ThemeOptions(ImmutableSortedDictionary<string, string> Values, ImmutableArray<ShareTarget> Share)
{
    /// <summary>Nothing set.</summary>
    public static ThemeOptions None { get; } = new(ImmutableSortedDictionary<string, string>.Empty, []);

    /// <summary>Every key that takes a colour.</summary>
    public static ImmutableArray<string> Colours { get; } = ["accent", "accent_dark", "paper", "paper_dark", "ink", "ink_dark"];

    /// <summary>Every key that takes a list of fonts.</summary>
    public static ImmutableArray<string> Fonts { get; } = ["text_font", "label_font", "code_font"];

    /// <summary>Every key that takes a length.</summary>
    public static ImmutableArray<string> Lengths { get; } = ["width", "corner"];

    /// <summary>The supported networks.</summary>
    public static ImmutableArray<string> Networks { get; } = ["mastodon", "bluesky", "linkedin", "facebook", "x", "whatsapp", "email"];

    /// <summary>The key of the font of cards, which is no part of the style sheet.</summary>
    public const string CardFontKey = "card_font";

    /// <summary>The font of cards; null when not set.</summary>
    public CardFontOption? CardFont { get; init; }

    /// <summary>The value of a key; null when not set.</summary>
    public string? this[string key] => Values.GetValueOrDefault(key);
}
