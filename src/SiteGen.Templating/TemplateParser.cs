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
}
