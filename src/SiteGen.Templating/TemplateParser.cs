using SiteGen.Templating.Running;
using SiteGen.Templating.Syntax;
using SiteGen.Text;

namespace SiteGen.Templating;

/// <summary>Turns the text of a template into what can be rendered.</summary>
public static class TemplateParser
{
    /// <summary>Parses a template; several independent problems are found at once.</summary>
    public static ParseResult<Template> Parse(SourceText source, TemplateOptions options) =>
        StatementParser.ParseTemplate(source, options);
}
