using SiteGen.Pipeline.Rules;
using SiteGen.Templating;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads a template as the name of its file asks for.</summary>
internal static class TemplateReader
{
    /// <summary>Parses a template; a merge conflict is the one cause of all that the parser reports.</summary>
    public static ParseResult<Template> Read(SourceText source)
    {
        var template = TemplateParser.Parse(source, OptionsOf(source.Path));
        if (MergeConflict.FindInHtml(source.Bytes.Span, 0) is not (>= 0 and var at))
        {
            return template;
        }

        var span = new TextSpan(at, MergeConflict.Mark.Length - 1);
        return template.Value.HasErrors
            ? template with { Diagnostics = [source.Report(ParsingMessages.UnreadableForConflict(), span)] }
            : template with { Diagnostics = [.. template.Diagnostics, source.Report(ParsingMessages.MergeConflict(), span)] };
    }

    /// <summary>A template of the built-in theme: few sites use all of them, and none has a problem.</summary>
    public static Template ReadBuiltIn(SourceText source) => TemplateParser.ParseLater(source, OptionsOf(source.Path));

    /// <summary>How a template of this name is parsed: markup is escaped, and not indented, because <c>pre</c> would show it.</summary>
    public static TemplateOptions OptionsOf(string path)
    {
        var isMarkup = Path.GetExtension(path) is ".html" or ".htm" or ".xml" or ".svg";
        return TemplateOptions.Default with { EscapeHtml = isMarkup, AutoIndent = !isMarkup };
    }
}
