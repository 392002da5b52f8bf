using System.Collections.Immutable;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <content>The statements that hold others.</content>
internal sealed partial class StatementParser
{
    private int _openBlocks;

    private static Expression NoValue => new LiteralExpression(default, Value.Nil);

    private IfStatement ParseIf(Token keyword)
    {
        var branches = ImmutableArray.CreateBuilder<IfBranch>();
        var start = _html.State;
        Statement? otherwise = null;
        Statement body = ParseBranch(keyword, branches, start);
        var end = _html.State;
        while (_tokens.IsWord("else"u8))
        {
            var word = _tokens.Current;
            if (otherwise is not null)
            {
                _tokens.Report(TemplateRules.StrayKeyword, word.Span, "a second 'else' in one 'if'", null);
                _tokens.Recover();
            }

            _tokens.Advance();
            _html.State = start;
            if (_tokens.IsWord("if"u8) && otherwise is null)
            {
                body = ParseBranch(keyword, branches, start);
            }
            else
            {
                otherwise = body = ParseBlock(keyword);
            }

            _html.Join(end);
            end = _html.State;
        }

        if (otherwise is null)
        {
            _html.Join(start);
        }

        ExpectEnd(keyword);
        return new IfStatement(TextSpan.Between(keyword.Start, Math.Max(keyword.End, body.Span.End)), branches.ToImmutable(), otherwise);
    }

    private BlockStatement ParseBranch(Token keyword, ImmutableArray<IfBranch>.Builder branches, HtmlState start)
    {
        var test = ParseHeader(_tokens.Current, "a condition") ?? NoValue;
        FinishStatement();
        _html.State = start;
        var body = ParseBlock(keyword);
        branches.Add(new IfBranch(test, body));
        return body;
    }

    private CaseStatement ParseCase(Token keyword)
    {
        var subject = ParseHeader(keyword, "a value") ?? NoValue;
        FinishStatement();
        SkipToWhen();
        var branches = ImmutableArray.CreateBuilder<CaseBranch>();
        var start = _html.State;
        var end = start;
        Statement? otherwise = null;
        while (_tokens.IsWord("when"u8) || _tokens.IsWord("else"u8))
        {
            _html.State = start;
            if (otherwise is not null)
            {
                _tokens.Report(
                    TemplateRules.StrayKeyword,
                    _tokens.Current.Span,
                    $"'{_tokens.TextOf(_tokens.Current)}' behind the 'else' of a 'case'",
                    null);
                _tokens.Recover();
            }

            if (_tokens.IsWord("when"u8))
            {
                branches.Add(ParseWhen(keyword));
            }
            else
            {
                _tokens.Advance();
                otherwise = ParseBlock(keyword);
            }

            _html.Join(end);
            end = _html.State;
        }

        ExpectEnd(keyword);
        return new CaseStatement(keyword.Span, subject, branches.ToImmutable(), otherwise);
    }

    private void SkipToWhen()
    {
        while (_tokens.Current.Kind is TokenKind.Text or TokenKind.OpenCode or TokenKind.CloseCode
            or TokenKind.NewLine or TokenKind.Semicolon)
        {
            _openCode = _tokens.Current.Kind switch
            {
                TokenKind.OpenCode => _tokens.Current,
                TokenKind.CloseCode => null,
                _ => _openCode,
            };
            _tokens.Advance();
        }

        if (!_tokens.Is(TokenKind.End) && !_tokens.IsWord("when"u8) && !_tokens.IsWord("else"u8) && !_tokens.IsWord("end"u8))
        {
            _tokens.Report(
                TemplateRules.UnexpectedToken,
                _tokens.Current.Span,
                "between 'case' and its first 'when' nothing can run",
                null);
            _tokens.Recover();
            SkipToWhen();
        }
    }

    private CaseBranch ParseWhen(Token keyword)
    {
        var values = ImmutableArray.CreateBuilder<Expression>();
        do
        {
            _tokens.Advance();
            values.Add(Expressions.ParseCaseValue());
        }
        while (_tokens.Current.Kind is TokenKind.Comma or TokenKind.Or && !_tokens.IsLost);

        FinishStatement();
        return new CaseBranch(values.ToImmutable(), ParseBlock(keyword));
    }

    private CaptureStatement ParseCapture(Token keyword)
    {
        _tokens.Advance();
        var target = NoValue;
        if (_tokens.Current.EndsStatement)
        {
            _tokens.Report(TemplateRules.UnexpectedToken, _tokens.Current.Span, "'capture' needs a variable for what it captures", null);
        }
        else
        {
            target = Expressions.ParseTarget();
            if (!_tokens.IsLost && !target.IsAssignable)
            {
                _tokens.Report(TemplateRules.BadTarget, target.Span, "'capture' needs a variable, a member or an item", null);
            }
        }

        FinishStatement();
        return new CaptureStatement(keyword.Span, target, ParseApart(keyword));
    }

    private WithStatement ParseWith(Token keyword)
    {
        var target = ParseHeader(keyword, "an object") ?? NoValue;
        FinishStatement();
        var outer = Locals;
        var locals = new LocalTable();
        Locals = locals;
        var body = ParseBlock(keyword);
        Locals = outer;
        ExpectEnd(keyword);
        return new WithStatement(keyword.Span, target, body, locals);
    }

    private WrapStatement ParseWrap(Token keyword)
    {
        var target = ParseHeader(keyword, "a function") ?? NoValue;
        var call = target as CallExpression ?? new CallExpression(target.Span, target, null, []);
        FinishStatement();
        var place = _options.EscapeHtml ? _html.Place : OutputContext.Plain;
        var outer = Locals;
        Locals = null;
        var body = ParseBlock(keyword);
        Locals = outer;
        ExpectEnd(keyword);
        return new WrapStatement(keyword.Span, call, body, place);
    }

    /// <summary>Parses the statements of a block, up to its <c>end</c>, <c>else</c> or <c>when</c>.</summary>
    private BlockStatement ParseBlock(Token keyword)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        _openBlocks++;
        if (_tokens.Enter())
        {
            ParseStatements(statements);
        }
        else
        {
            _isEndReported = true;
            SkipAll();
        }

        _tokens.Leave();
        _openBlocks--;
        return new BlockStatement(TextSpan.Between(keyword.Start, _tokens.PreviousEnd), statements.ToImmutable());
    }

    // What is nested too deeply is not looked at any more: its blocks could not be told apart.
    private void SkipAll()
    {
        while (!_tokens.Is(TokenKind.End))
        {
            _tokens.Recover();
            _tokens.Advance();
        }
    }

    /// <summary>Parses a block whose output is printed elsewhere, with its <c>end</c>.</summary>
    private BlockStatement ParseApart(Token keyword)
    {
        var html = _html.State;
        _html.State = default;
        var body = ParseBlock(keyword);
        _html.State = html;
        ExpectEnd(keyword);
        return body;
    }

    private void ExpectEnd(Token keyword)
    {
        while (!_tokens.IsWord("end"u8))
        {
            if (_tokens.Is(TokenKind.End))
            {
                if (!_isEndReported)
                {
                    _tokens.Problems.Resume();
                    _tokens.Report(TemplateRules.Unclosed, keyword.Span, $"this '{_tokens.TextOf(keyword)}' has no 'end'", null);
                    _isEndReported = true;
                }

                return;
            }

            var word = _tokens.Current;
            _tokens.Report(
                TemplateRules.StrayKeyword,
                word.Span,
                $"'{_tokens.TextOf(word)}' does not belong to '{_tokens.TextOf(keyword)}'",
                null);
            _tokens.Advance();
            _tokens.Recover();

            // How the blocks around the stray word end can only be guessed, so no more is said about ends.
            _isEndReported = true;
            _strayBlocks++;
            _ = ParseBlock(keyword);
        }

        _tokens.Advance();
    }
}
