using System.Collections.Immutable;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Where readers can pass a post on.</summary>
/// <param name="Name">The network: <c>mastodon</c>, <c>email</c>.</param>
/// <param name="Host">The server, of a network that has many; else null.</param>
public sealed record ShareTarget(string Name, string? Host);

/// <summary>The face that a site gives the built-in theme.</summary>
/// <param name="Values">Colours, fonts and sizes, by key.</param>
/// <param name="Share">The links below a post that pass it on, in the order written.</param>
public sealed record ThemeOptions(ImmutableSortedDictionary<string, string> Values, ImmutableArray<ShareTarget> Share)
{
    /// <summary>The theme as it is.</summary>
    public static ThemeOptions None { get; } = new(ImmutableSortedDictionary<string, string>.Empty, []);

    /// <summary>Every key that takes a colour.</summary>
    public static ImmutableArray<string> Colours { get; } = ["accent", "accent_dark", "paper", "paper_dark", "ink", "ink_dark"];

    /// <summary>Every key that takes a list of fonts.</summary>
    public static ImmutableArray<string> Fonts { get; } = ["text_font", "label_font", "code_font"];

    /// <summary>Every key that takes a length.</summary>
    public static ImmutableArray<string> Lengths { get; } = ["width", "corner"];

    /// <summary>The networks that a post can be passed on to.</summary>
    public static ImmutableArray<string> Networks { get; } = ["mastodon", "bluesky", "linkedin", "facebook", "x", "whatsapp", "email"];

    /// <summary>The value of a key; null when nobody said.</summary>
    public string? this[string key] => Values.GetValueOrDefault(key);
}
