namespace SiteGen.Templating;

/// <summary>What parsing a template depends on besides its text.</summary>
public sealed record TemplateOptions
{
    /// <summary>The language as it is: nothing escaped, indents kept.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>Whether what is printed is escaped for the place in HTML at which it is printed.</summary>
    public bool EscapeHtml { get; init; }

    /// <summary>Whether further lines printed by an indented block get the block's indent.</summary>
    public bool AutoIndent { get; init; } = true;

    /// <summary>How deep expressions and blocks may be nested.</summary>
    public int NestingLimit { get; init; } = 250;
}
