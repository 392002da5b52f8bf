using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>A parsed template: can be rendered any number of times, on any thread.</summary>
public sealed class Template
{
    internal Template(SourceText source, TemplateOptions options, Statement body, LocalTable locals, bool hasErrors)
    {
        Name = source.Path;
        Source = source;
        Options = options;
        Body = body;
        Locals = locals;
        HasErrors = hasErrors;
    }

    /// <summary>The name it is included by: the path of its source unless it was given another.</summary>
    public string Name { get; private init; }

    /// <summary>Whether it cannot be rendered; the problems were reported when it was parsed.</summary>
    public bool HasErrors { get; }

    /// <summary>What it was parsed from.</summary>
    public SourceText Source { get; }

    /// <summary>What it was parsed with.</summary>
    public TemplateOptions Options { get; }

    internal Statement Body { get; }

    internal LocalTable Locals { get; }

    /// <summary>The same template under another name; messages keep the path of its source.</summary>
    public Template Named(string name) => new(Source, Options, Body, Locals, HasErrors) { Name = name };
}

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
