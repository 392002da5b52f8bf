using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>A place in a fragment that is filled when its page is written, for one file alone cannot know what goes there.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How much of what is written it replaces.</param>
internal abstract record Placeholder(int Start, int Length)
{
    /// <summary>The problem to report when what it leads to is not part of the site; null when that is none.</summary>
    public Diagnostic? IfMissing { get; init; }
}

/// <summary>An address that only the finished plan can tell.</summary>
/// <param name="Start">Where the address starts.</param>
/// <param name="Length">How long it is as written.</param>
/// <param name="Target">The path of the source it leads to, relative to the site; or a path from the root, with <c>/</c>.</param>
/// <param name="Suffix">The query and fragment behind it, as written.</param>
/// <param name="IsLiquid">Whether it was written with Jekyll's <c>{{ site.url }}</c>, which must not stay.</param>
internal sealed record LinkPlaceholder(int Start, int Length, string Target, string Suffix, bool IsLiquid) : Placeholder(Start, Length);

/// <summary>The end of an <c>img</c> element's attributes, where those go that its author left out.</summary>
/// <param name="Start">Where they go.</param>
/// <param name="Image">The image it shows; null for one elsewhere.</param>
/// <param name="Missing">What is not written already.</param>
internal sealed record ImagePlaceholder(int Start, MediaAddress? Image, ImageAttributes Missing) : Placeholder(Start, 0);

/// <summary>A word of the program's own, to be said in the language of the post.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is in English.</param>
/// <param name="Name">Its name among the words of the theme.</param>
internal sealed record TextPlaceholder(int Start, int Length, string Name) : Placeholder(Start, Length);

/// <summary>The address of an image or a sound file of the site.</summary>
/// <param name="Written">The path as written, decoded, without query and fragment.</param>
/// <param name="Target">The path of the file it names, relative to the site, or a path from the root; null when it leads out of the site.</param>
internal sealed record MediaAddress(string Written, string? Target);

/// <summary>Attributes that an <c>img</c> element may lack.</summary>
[Flags]
internal enum ImageAttributes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Its width and its height.</summary>
    Size = 1,

    /// <summary>Whether it is fetched before it is seen.</summary>
    Loading = 2,

    /// <summary>Whether the page waits for it.</summary>
    Decoding = 4,
}
