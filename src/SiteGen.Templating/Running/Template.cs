using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>A template; immutable, and can be rendered on any thread.</summary>
[DebuggerDisplay("{Name}")]
public sealed class Template
{
    private readonly Lazy<TemplateBody> _body;

    internal Template(SourceText source, TemplateOptions options, Lazy<TemplateBody> body)
    {
        Name = source.Path;
        Source = source;
        Options = options;
        _body = body;
    }

    /// <summary>The name for includes: the path of its source unless another was given.</summary>
    public string Name { get; private init; }

    /// <summary>Whether it cannot be rendered; the problems were reported when it was parsed.</summary>
    public bool HasErrors => _body.Value.HasErrors;

    /// <summary>The source that it is parsed from.</summary>
    public SourceText Source { get; }

    /// <summary>The options that it is parsed with.</summary>
    public TemplateOptions Options { get; }

    internal Statement Body => _body.Value.Statement;

    internal LocalTable Locals => _body.Value.Locals;

    /// <summary>The same template under another name; messages keep the path of its source.</summary>
    public Template Named(string name) => new(Source, Options, _body) { Name = name };
}

/// <summary>What a template was parsed to.</summary>
/// <param name="Statement">What is run.</param>
/// <param name="Locals">Its local variables.</param>
/// <param name="HasErrors">Whether it cannot be run.</param>
internal sealed record TemplateBody(Statement Statement, LocalTable Locals, bool HasErrors);

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
