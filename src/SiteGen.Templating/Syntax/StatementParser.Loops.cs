using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Syntax;

/// <content>Loops.</content>
internal sealed partial class StatementParser
{
    private Statement ParseFor(Token keyword, bool isTable)
    {
        var name = _tokens.TextOf(keyword);
        var (variable, source) = ParseLoopHeader(keyword, name, isTable);
        FinishStatement();
        var start = _html.State;
        var body = ParseBlock(keyword);
        Statement? otherwise = null;
        if (!isTable && _tokens.IsWord("else"u8))
        {
            _tokens.Advance();
            otherwise = ParseBlock(keyword);
        }

        _html.Join(start);
        ExpectEnd(keyword);
        return isTable
            ? new TableRowStatement(keyword.Span, variable, source, body)
            : new ForStatement(keyword.Span, variable, source, body, otherwise);
    }

    private (Expression Variable, LoopSource Source) ParseLoopHeader(Token keyword, string name, bool isTable)
    {
        var nothing = (NoValue, new LoopSource(NoValue, null, null, null, false, null));
        _tokens.Advance();
        if (_tokens.Current.EndsStatement)
        {
            _tokens.Report(TemplateRules.UnexpectedToken, _tokens.Current.Span, $"'{name}' needs a variable, 'in' and a list", null);
            return nothing;
        }

        var variable = Expressions.ParseTarget();
        if (!_tokens.IsLost && (!variable.IsAssignable || !_tokens.IsWord("in"u8)))
        {
            _tokens.Report(
                TemplateRules.UnexpectedToken,
                keyword.Span,
                $"'{name}' needs a variable, 'in' and a list",
                $"write {name} item in items");
            return nothing;
        }

        _tokens.Advance();
        if (!_tokens.IsLost && _tokens.Current.EndsStatement)
        {
            _tokens.Report(TemplateRules.UnexpectedToken, _tokens.Current.Span, $"'{name}' needs a list behind 'in'", null);
            return nothing;
        }

        return (variable, ParseLoopSource(isTable));
    }

    private LoopSource ParseLoopSource(bool isTable)
    {
        var source = new LoopSource(Expressions.ParseLoopList(), null, null, null, false, null);
        while (!_tokens.IsLost && _tokens.Is(TokenKind.Identifier))
        {
            var token = _tokens.Current;
            if (!Expressions.IsNamed())
            {
                if (!_tokens.IsWord("reversed"u8))
                {
                    break;
                }

                source = source with { IsReversed = true };
                _tokens.Advance();
                continue;
            }

            var name = _tokens.TextOf(token);
            _tokens.Advance();
            _tokens.Advance();
            var value = Expressions.ParseSigned();
            source = name switch
            {
                "offset" => source with { Offset = value },
                "limit" => source with { Limit = value },
                "cols" when isTable => source with { Columns = value },
                _ => source with { Unknown = source.Unknown ?? new UnknownOption(name, token.Span) },
            };
        }

        return source;
    }

    private WhileStatement ParseWhile(Token keyword)
    {
        var test = ParseHeader(keyword, "a condition") ?? NoValue;
        FinishStatement();
        var start = _html.State;
        var body = ParseBlock(keyword);
        _html.Join(start);
        ExpectEnd(keyword);
        return new WhileStatement(keyword.Span, test, body);
    }
}
