using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>A part of a fragment whose value depends on other files, and is filled when the page is written.</summary>
/// <param name="Start">Its offset.</param>
/// <param name="Length">The length of the text that it replaces.</param>
internal abstract record Placeholder(int Start, int Length)
{
    /// <summary>The problem to report when its target does not exist; null for none.</summary>
    public Diagnostic? IfMissing { get; init; }
}

/// <summary>A link whose URL is known once all routes are planned.</summary>
/// <param name="Start">The offset of the URL.</param>
/// <param name="Length">The length as written.</param>
/// <param name="Target">The path of the source it leads to, relative to the site; or a path from the root, with <c>/</c>.</param>
/// <param name="Suffix">The query and fragment, as written.</param>
/// <param name="IsLiquid">Whether it was written with Jekyll's <c>{{ site.url }}</c>, which must be replaced.</param>
internal sealed record LinkPlaceholder(int Start, int Length, string Target, string Suffix, bool IsLiquid) : Placeholder(Start, Length);

/// <summary>An <c>img</c> element, whose attributes are completed.</summary>
/// <param name="Start">The offset of its tag.</param>
/// <param name="Length">The length of its tag.</param>
/// <param name="AttributesEnd">The offset behind its attributes.</param>
/// <param name="Image">The image; null for one on another site.</param>
/// <param name="Missing">The attributes to add.</param>
internal sealed record ImagePlaceholder(int Start, int Length, int AttributesEnd, MediaAddress? Image, ImageAttributes Missing)
    : Placeholder(Start, Length)
{
    /// <summary>The value of its <c>src</c>, when that depends on the plan.</summary>
    public LinkPlaceholder? Link { get; init; }

    /// <summary>Where the value of its <c>src</c> is, when it names an image of the site; else nothing, behind the attributes.</summary>
    public (int Start, int Length) Source { get; init; }

    /// <summary>Whether the author names several files, so that nothing is offered beside them.</summary>
    public bool HasOwnSources { get; init; }
}

/// <summary>A generated word that is translated into the language of the post.</summary>
/// <param name="Start">Its offset.</param>
/// <param name="Length">Its length in English.</param>
/// <param name="Name">Its name in the translation files.</param>
internal sealed record TextPlaceholder(int Start, int Length, string Name) : Placeholder(Start, Length);

/// <summary>A block of code, which is coloured when the page is written.</summary>
/// <param name="Start">The offset of its element.</param>
/// <param name="Length">The length of its element.</param>
/// <param name="Fence">What the text says of it.</param>
/// <param name="Written">What it says, as written.</param>
internal sealed record CodePlaceholder(int Start, int Length, CodeFence Fence, string Written) : Placeholder(Start, Length);

/// <summary>The path of an image or audio file of the site.</summary>
/// <param name="Written">The path as written, decoded, without query and fragment.</param>
/// <param name="Target">The file's path relative to the site, or a path from the root; null when it is outside the site.</param>
internal sealed record MediaAddress(string Written, string? Target);

/// <summary>Attributes that an <c>img</c> element may be missing.</summary>
[Flags]
internal enum ImageAttributes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Width and height.</summary>
    Size = 1,

    /// <summary>When it is fetched.</summary>
    Loading = 2,

    /// <summary>Whether decoding it may delay the page.</summary>
    Decoding = 4,

    /// <summary>Whether it is fetched before others.</summary>
    Priority = 8,
}
