using System.Collections.Immutable;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <content>Functions that templates define.</content>
internal sealed partial class StatementParser
{
    /// <summary>Parses <c>do(x) … end</c>.</summary>
    public FunctionExpression ParseAnonymous(Token keyword)
    {
        var brackets = _tokens.OpenBrackets;
        _tokens.OpenBrackets = 0;
        _tokens.Advance();
        var parameters = _tokens.Is(TokenKind.LeftParen) ? ParseParameters() : default;
        FinishStatement();
        var definition = ParseFunctionBody(keyword, "do", parameters, brackets);
        return new FunctionExpression(TextSpan.Between(keyword.Start, Math.Max(keyword.End, _tokens.PreviousEnd)), definition);
    }

    private FunctionStatement? ParseFunction(Token keyword)
    {
        _tokens.Advance();
        if (!_tokens.Is(TokenKind.Identifier) && !_tokens.Is(TokenKind.Local))
        {
            _tokens.Unexpected("'func' needs a name");
            FinishStatement();
            _ = ParseFunctionBody(keyword, "", default, 0);
            return null;
        }

        var name = _tokens.Current;
        var text = _tokens.TextOf(name);
        _tokens.Advance();
        Expression target = name.Kind == TokenKind.Local
            ? new LocalExpression(name.Span, text[1..], Locals?.FindOrAdd(text[1..]) ?? -1)
            : new VariableExpression(name.Span, text);
        var parameters = _tokens.Is(TokenKind.LeftParen) ? ParseParameters() : default;
        FinishStatement();
        return new FunctionStatement(keyword.Span, target, ParseFunctionBody(keyword, text, parameters, 0));
    }

    private FunctionDefinition ParseFunctionBody(Token keyword, string name, ImmutableArray<FunctionParameter> parameters, int brackets)
    {
        var outer = Locals;
        var locals = new LocalTable();
        Locals = locals;
        var html = _html.State;
        _html.State = default;
        var body = ParseBlock(keyword);
        _html.State = html;
        Locals = outer;
        _tokens.OpenBrackets = brackets;
        ExpectEnd(keyword);
        return new FunctionDefinition(name, parameters, body, null, locals);
    }

    private FunctionStatement? ParseExpressionFunction(CallExpression head, ImmutableArray<FunctionParameter> parameters)
    {
        _tokens.Advance();
        var outer = Locals;
        var locals = new LocalTable();
        Locals = locals;
        var result = Expressions.Parse();
        Locals = outer;
        RefuseAssignment(result);
        var name = _tokens.TextOf(new Token(TokenKind.Identifier, head.Target.Span.Start, head.Target.Span.End, 0));
        return new FunctionStatement(head.Span, head.Target, new FunctionDefinition(name, parameters, null, result, locals));
    }

    // A call that is assigned defines a function, if all its arguments are plain names.
    private static ImmutableArray<FunctionParameter>? Parameters(CallExpression head)
    {
        if (!head.Target.IsAssignable)
        {
            return null;
        }

        var parameters = ImmutableArray.CreateBuilder<FunctionParameter>();
        foreach (var argument in head.Arguments)
        {
            if (argument is not { Value: VariableExpression variable, Name: null, IsSpread: false })
            {
                return null;
            }

            parameters.Add(new FunctionParameter(variable.Name, Value.Nil, false, false));
        }

        return parameters.ToImmutable();
    }

    private ImmutableArray<FunctionParameter> ParseParameters()
    {
        var parameters = ImmutableArray.CreateBuilder<FunctionParameter>();
        _tokens.Advance();
        while (!_tokens.Is(TokenKind.RightParen) && !_tokens.IsLost)
        {
            var isOptionalBefore = parameters.Count > 0 && parameters[^1].IsOptional;
            var token = _tokens.Current;
            var parameter = ParseParameter();
            if (isOptionalBefore && !parameter.IsOptional && !parameter.IsRest)
            {
                _tokens.Report(
                    TemplateRules.UnexpectedToken,
                    token.Span,
                    $"'{parameter.Name}' needs a default value, because the parameter before it has one",
                    null);
            }

            parameters.Add(parameter);
            if (parameter.IsRest || !_tokens.Take(TokenKind.Comma))
            {
                break;
            }
        }

        _tokens.Expect(TokenKind.RightParen, "')'");
        return parameters.ToImmutable();
    }

    private FunctionParameter ParseParameter()
    {
        var token = _tokens.Current;
        if (token.Kind != TokenKind.Identifier)
        {
            _tokens.Unexpected("the name of a parameter is expected");
            return default;
        }

        var name = _tokens.TextOf(token);
        _tokens.Advance();
        if (_tokens.Take(TokenKind.Ellipsis))
        {
            return new FunctionParameter(name, Value.Nil, false, true);
        }

        return _tokens.Take(TokenKind.Assign)
            ? new FunctionParameter(name, ParseDefault(), true, false)
            : new FunctionParameter(name, Value.Nil, false, false);
    }

    private Value ParseDefault()
    {
        var value = Expressions.ParseSigned();
        switch (value)
        {
            case LiteralExpression literal:
                return literal.Value;
            case UnaryExpression { Operation: UnaryOperator.Negate, Operand: LiteralExpression { Value: { IsInteger: true } number } }:
                return Value.OfInteger(-number.Bits);
            case UnaryExpression { Operation: UnaryOperator.Negate, Operand: LiteralExpression { Value: { Kind: ValueKind.Double } n } }:
                return Value.From(-n.DoubleBits);
            default:
                _tokens.Report(TemplateRules.UnexpectedToken, value.Span, "the default of a parameter is a literal", null);
                return Value.Nil;
        }
    }
}
