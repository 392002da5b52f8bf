using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>A parsed template; immutable, and can be rendered on any thread.</summary>
[DebuggerDisplay("{Name}")]
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

    /// <summary>The name for includes: the path of its source unless another was given.</summary>
    public string Name { get; private init; }

    /// <summary>Whether it cannot be rendered; the problems were reported when it was parsed.</summary>
    public bool HasErrors { get; }

    /// <summary>The source it was parsed from.</summary>
    public SourceText Source { get; }

    /// <summary>The options it was parsed with.</summary>
    public TemplateOptions Options { get; }

    internal Statement Body { get; }

    internal LocalTable Locals { get; }

    /// <summary>The same template under another name; messages keep the path of its source.</summary>
    public Template Named(string name) => new(Source, Options, Body, Locals, HasErrors) { Name = name };
}

/// <summary>What parsing a template depends on besides its text.</summary>
public sealed record TemplateOptions
{
    /// <summary>The defaults of the language: no escaping, indents kept.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>Whether printed values are escaped for their HTML context.</summary>
    public bool EscapeHtml { get; init; }

    /// <summary>Whether further lines printed by an indented block get the block's indent.</summary>
    public bool AutoIndent { get; init; } = true;

    /// <summary>The maximum nesting depth of expressions and blocks.</summary>
    public int NestingLimit { get; init; } = 250;
}
