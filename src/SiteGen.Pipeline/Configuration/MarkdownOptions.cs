namespace SiteGen.Pipeline.Configuration;

/// <summary>What the caption of an image that stands alone is.</summary>
public enum CaptionStyle
{
    /// <summary>Its Markdown title, if that reads like a caption, and an emphasised line below it.</summary>
    Title,

    /// <summary>Only an emphasised line below it.</summary>
    Below,

    /// <summary>Nothing.</summary>
    Off,
}

/// <summary>The Markdown extensions; all are off by default.</summary>
public sealed record MarkdownOptions
{
    /// <summary>All extensions off.</summary>
    public static readonly MarkdownOptions None = new();

    /// <summary>Whether straight quotes, double hyphens and three dots become typographic ones.</summary>
    public bool Typographer { get; init; }

    /// <summary>Whether <c>:rocket:</c> becomes an image.</summary>
    public bool Emoji { get; init; }

    /// <summary>Whether <c>$…$</c> is a formula.</summary>
    public bool Math { get; init; }

    /// <summary>Whether a line break in a paragraph is kept.</summary>
    public bool HardBreaks { get; init; }

    /// <summary>What the caption of an image is.</summary>
    public CaptionStyle Captions { get; init; }

    /// <summary>Whether raw HTML is removed.</summary>
    public bool RemovesHtml { get; init; }

    /// <summary>Whether posts are sanitized because their authors are not trusted.</summary>
    public bool IsUntrusted { get; init; }
}
