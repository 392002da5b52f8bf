using SiteGen.Templating.Nodes;
using SiteGen.Templating.Syntax;
using SiteGen.Text;

namespace SiteGen.Templating;

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

    /// <summary>Parses a template; several independent problems are found at once.</summary>
    public static Parsed<Template> Parse(SourceText source, TemplateOptions options) =>
        StatementParser.ParseTemplate(source, options);

    /// <summary>The same template under another name; messages keep the path of its source.</summary>
    public Template Named(string name) => new(Source, Options, Body, Locals, HasErrors) { Name = name };
}
