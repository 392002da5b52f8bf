using Scriban.Syntax;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Binding;

/// <content>Loops over lists.</content>
internal sealed partial class StatementBinder
{
    private Statement BindFor(ScriptForStatement node)
    {
        var isTable = node is ScriptTableRowStatement;
        var keyword = KeywordSpan(node);
        var variable = _expressions.Bind(node.Variable);
        if (!variable.IsAssignable)
        {
            _context.Report(SyntaxMessages.LoopHeader(isTable ? "tablerow" : "for"), keyword);
        }

        if (node.Iterator is ScriptBinaryExpression { Right: ScriptFunctionCall { Target: ScriptLiteral } options })
        {
            _context.Report(SyntaxMessages.RangeWithOptions(), _context.SpanOf(options));
        }

        var source = BindSource(node, isTable);
        var start = _context.Html.State;
        var body = Bind(node.Body);
        var otherwise = node.Else is null ? null : Bind(node.Else.Body);
        _context.Html.Join(start);
        return isTable
            ? new TableRowStatement(keyword, variable, source, body)
            : new ForStatement(keyword, variable, source, body, otherwise);
    }

    private LoopSource BindSource(ScriptForStatement node, bool isTable)
    {
        var source = new LoopSource(_expressions.Bind(node.Iterator), null, null, null, false, null);
        foreach (var option in node.NamedArguments ?? [])
        {
            var name = option.Name?.Name ?? "";
            if (name == "reversed" && option.Value is null)
            {
                source = source with { IsReversed = true };
                continue;
            }

            var value = _expressions.Bind(option.Value);
            var place = _context.SpanOf(option.Name ?? (ScriptNode)option);
            source = name switch
            {
                "offset" => source with { Offset = value },
                "limit" => source with { Limit = value },
                "cols" when isTable => source with { Columns = value },
                _ => source with { Unknown = source.Unknown ?? new UnknownOption(name, place) },
            };
        }

        return source;
    }
}
