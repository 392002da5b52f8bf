using SiteGen.Templating.Binding;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating;

/// <summary>Parses the text of a template.</summary>
public static class TemplateParser
{
    /// <summary>Parses a template and reports all independent problems at once.</summary>
    public static ParseResult<Template> Parse(SourceText source, TemplateOptions options) =>
        TemplateBinder.Parse(source, options);

    /// <summary>A template that is known to have no problems: it is parsed when it is first used, on the thread that uses it.</summary>
    public static Template ParseLater(SourceText source, TemplateOptions options) => TemplateBinder.ParseLater(source, options);
}
