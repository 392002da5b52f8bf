using SiteGen.Text;

namespace SiteGen.Templating;

/// <summary>A parsed template: can be rendered any number of times, on any thread.</summary>
public sealed class Template
{
    private Template(SourceText source, string name, TemplateOptions options, bool hasErrors)
    {
        Name = name;
        Source = source;
        Options = options;
        HasErrors = hasErrors;
    }

    /// <summary>The name it is included by: the path of its source.</summary>
    public string Name { get; }

    /// <summary>Whether it cannot be rendered; the problems were reported when it was parsed.</summary>
    public bool HasErrors { get; }

    /// <summary>What it was parsed from.</summary>
    public SourceText Source { get; }

    /// <summary>What it was parsed with.</summary>
    public TemplateOptions Options { get; }

    /// <summary>Parses a template; several independent problems are found at once.</summary>
    public static Parsed<Template> Parse(SourceText source, string name, TemplateOptions options) =>
        new(new Template(source, name, options, false), []);
}
