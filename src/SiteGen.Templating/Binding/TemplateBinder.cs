using Scriban.Parsing;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>Parses a template with Scriban's parser and turns the syntax tree into nodes that can be run.</summary>
internal static class TemplateBinder
{
    /// <summary>Parses a template.</summary>
    public static ParseResult<Template> Parse(SourceText source, TemplateOptions options) =>
        Parse(source, options, new LocalTable(), ScriptMode.Default);

    /// <summary>A template that is parsed when it is first used, and whose problems nobody hears of.</summary>
    public static Template ParseLater(SourceText source, TemplateOptions options) =>
        new(source, options, new Lazy<TemplateBody>(() => Bind(source, options, new LocalTable(), ScriptMode.Default).Value));

    /// <summary>Parses text that a template evaluates, as a template or as code.</summary>
    public static ParseResult<Template> ParseInPlace(SourceText source, TemplateOptions options, bool isCode) =>
        Parse(source, options, null, isCode ? ScriptMode.ScriptOnly : ScriptMode.Default);

    private static ParseResult<Template> Parse(SourceText source, TemplateOptions options, LocalTable? locals, ScriptMode mode)
    {
        var body = Bind(source, options, locals, mode);
        return new ParseResult<Template>(new Template(source, options, new Lazy<TemplateBody>(body.Value)), body.Diagnostics);
    }

    private static ParseResult<TemplateBody> Bind(SourceText source, TemplateOptions options, LocalTable? locals, ScriptMode mode)
    {
        var context = new BindingContext(new SourceMap(source), options, locals);
        var lexerOptions = new LexerOptions { Mode = mode };
        var body = IsReadable(context, lexerOptions) ? ParseAndBind(context, lexerOptions) : new BlockStatement(default, []);
        return new(new TemplateBody(body, locals ?? new LocalTable(), context.Problems.Count > 0), context.Problems.Found);
    }

    // The package stops silently at a NUL, and takes minutes to compute huge numbers.
    private static bool IsReadable(BindingContext context, LexerOptions lexerOptions)
    {
        var map = context.Map;
        if (map.Text.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
        {
            context.Report(SyntaxMessages.NulCharacter(), map.Span(nul, nul + 1));
            return false;
        }

        if (NumberLimit.FindTooLarge(map.Text, lexerOptions) is { } number)
        {
            var span = map.Span(number.Start.Offset, number.End.Offset + 1);
            context.Report(SyntaxMessages.BadNumber(context.TextOf(span with { Length = Math.Min(span.Length, 40) })), span);
            return false;
        }

        return true;
    }

    private static BlockStatement ParseAndBind(BindingContext context, LexerOptions lexerOptions)
    {
        var map = context.Map;
        var parserOptions = new ParserOptions { ExpressionDepthLimit = context.Options.NestingLimit };
        var parsed = PackageParser.TryParse(map.Text, parserOptions, lexerOptions);
        if (parsed is { HasErrors: false })
        {
            return BindPage(context, parsed);
        }

        if (parsed is null)
        {
            var code = PackageParser.FailingCode(map.Text, parserOptions, lexerOptions);
            context.Report(SyntaxMessages.Unreadable(), map.Span(code, code + 2));
        }
        else
        {
            SyntaxErrors.Report(context, parsed, parserOptions, lexerOptions);
        }

        return new BlockStatement(default, []);
    }

    private static BlockStatement BindPage(BindingContext context, Scriban.Template parsed)
    {
        var statements = new StatementBinder(context);
        var body = statements.Bind(parsed.Page?.Body);
        if (statements.OpenCode is { } open)
        {
            context.Problems.Resume();
            context.Report(SyntaxMessages.Unclosed(open.EscapeCount), context.SpanOf(open));
        }

        return body;
    }
}
