namespace SiteGen.Pipeline.Configuration;

/// <summary>What Markdown can do beyond the usual; all of it is off unless asked for.</summary>
public sealed record MarkdownOptions
{
    /// <summary>Nothing asked for.</summary>
    public static readonly MarkdownOptions None = new();

    /// <summary>Whether straight quotes, two hyphens and three dots become what printers use.</summary>
    public bool Typographer { get; init; }

    /// <summary>Whether <c>:rocket:</c> becomes an image.</summary>
    public bool Emoji { get; init; }

    /// <summary>Whether <c>$…$</c> is a formula.</summary>
    public bool Math { get; init; }

    /// <summary>Whether the end of a line is one in the page too.</summary>
    public bool HardBreaks { get; init; }

    /// <summary>Whether HTML in Markdown is left out.</summary>
    public bool RemovesHtml { get; init; }

    /// <summary>Whether authors are not trusted with anything that could run in a reader's browser.</summary>
    public bool IsUntrusted { get; init; }
}
