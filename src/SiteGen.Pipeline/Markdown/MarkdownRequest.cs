using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Markdown;

/// <summary>How one text is converted, beyond the site's options.</summary>
/// <param name="TakesHeading">Whether a level-one heading at the start is the title and is removed from the body.</param>
/// <param name="HasMath">Whether formulas are parsed even if the site's options do not enable them.</param>
/// <param name="Language">The language of the text; null for the site's.</param>
/// <param name="Embeds">How URLs of videos and posts on other sites are shown.</param>
internal readonly record struct MarkdownRequest(bool TakesHeading, bool HasMath, string? Language, EmbedStyle Embeds)
{
    /// <summary>Whether to look for unsupported shortcodes.</summary>
    public bool FindsShortcodes { get; init; }

    /// <summary>The folder of the text, when blocks of code are looked for; otherwise null.</summary>
    public string? CodeFolder { get; init; }

    /// <summary>Whether to look for a merge conflict.</summary>
    public bool FindsConflict { get; init; }
}
