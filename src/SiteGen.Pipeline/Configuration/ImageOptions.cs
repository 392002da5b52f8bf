using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>A format that pictures are offered in.</summary>
public enum VariantFormat
{
    /// <summary>That of the picture itself: JPEG, PNG or WebP.</summary>
    Original,

    /// <summary>WebP (RFC 9649).</summary>
    Webp,

    /// <summary>AVIF (AV1 Image File Format 1.1).</summary>
    Avif,
}

/// <summary>How pictures are published.</summary>
public sealed record ImageOptions
{
    /// <summary>The widths that pages get unless others are set: a phone, a tablet, a column of text on a sharp screen.</summary>
    public static readonly ImmutableArray<int> UsualWidths = [480, 800, 1360];

    /// <summary>The formats unless others are set.</summary>
    public static readonly ImmutableArray<VariantFormat> UsualFormats = [VariantFormat.Webp, VariantFormat.Original];

    /// <summary>The quality unless another is set.</summary>
    public const int UsualQuality = 75;

    /// <summary>Whether pages get smaller versions of large pictures.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The widths of those, in pixels, in ascending order.</summary>
    public ImmutableArray<int> Widths { get; init; } = UsualWidths;

    /// <summary>The formats of those, in the order written.</summary>
    public ImmutableArray<VariantFormat> Formats { get; init; } = UsualFormats;

    /// <summary>The quality of JPEG and WebP files, from 1 to 100.</summary>
    public int Quality { get; init; } = UsualQuality;

    /// <summary>How wide a page shows a picture (HTML, <c>sizes</c>); empty for as wide as the built-in theme's text.</summary>
    public string Sizes { get; init; } = "";

    /// <summary>Whether a picture is published at its full size too.</summary>
    public bool KeepsOriginal { get; init; } = true;

    /// <summary>Whether positions, serial numbers and previews are removed from published pictures.</summary>
    public bool Strip { get; init; } = true;

    /// <summary>Whether copyright and author stay in published pictures.</summary>
    public bool KeepsCredit { get; init; }

    /// <summary>Whether a picture's place has its average colour until the picture arrives.</summary>
    public bool HasPlaceholders { get; init; } = true;

    /// <summary>Whether a post without a photograph gets a card: a picture with its title, for networks on which it is shared.</summary>
    public bool HasCards { get; init; }

    /// <summary>Whether the site's icon is also published as PNG files, for telephones.</summary>
    public bool HasIcons { get; init; }

    /// <summary>The problem to report when cards are asked for and there is no font to write them with; null without cards.</summary>
    public Diagnostic? IfNoCardFont { get; init; }
}
