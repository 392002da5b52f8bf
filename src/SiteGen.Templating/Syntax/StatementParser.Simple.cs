using SiteGen.Templating.Escaping;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <content>The statements that hold no others.</content>
internal sealed partial class StatementParser
{
    private Statement? ParseExpressionStatement()
    {
        var value = Expressions.Parse();
        if (_tokens.IsLost)
        {
            return null;
        }

        return OperatorTable.IsAssignment(_tokens.Current.Kind) ? ParseAssignment(value) : Print(value);
    }

    private Statement Print(Expression value)
    {
        var place = OutputContext.Plain;
        if (_options.EscapeHtml)
        {
            place = _html.Place;
            _html.Print();
        }

        // An include takes part in the tag it stands in, so its text needs no escaping there.
        var isInclude = value is CallExpression { Input: null, Target: VariableExpression { Name: "include" } };
        return isInclude && place is OutputContext.Plain or OutputContext.Text or OutputContext.Tag && value is CallExpression call
            ? new PrintIncludeStatement(call, place)
            : new PrintStatement(value, place);
    }

    private Statement? ParseAssignment(Expression target)
    {
        var sign = _tokens.Current;
        if (sign.Kind == TokenKind.Assign && target is CallExpression { Input: null } call && Parameters(call) is { } parameters)
        {
            return ParseExpressionFunction(call, parameters);
        }

        if (!target.IsAssignable)
        {
            _tokens.Report(TemplateRules.BadTarget, target.Span, "only variables, members and items can be assigned", null);
            return null;
        }

        _tokens.Advance();
        var value = Expressions.Parse();
        if (OperatorTable.IsAssignment(_tokens.Current.Kind))
        {
            _tokens.Report(TemplateRules.BadTarget, value.Span, "one statement assigns one value", "write two statements");
        }

        return OperatorTable.Change(sign.Kind) is { } change
            ? new ChangeStatement(target, new OperatorSite(change, sign.Span, value.Span), value)
            : new AssignStatement(target, value);
    }

    private ReturnStatement ParseReturn(Token keyword)
    {
        _tokens.Advance();
        var value = _tokens.Current.EndsStatement ? null : Expressions.Parse();
        return new ReturnStatement(keyword.Span, value);
    }

    private JumpStatement ParseJump(Token keyword, Flow kind)
    {
        _tokens.Advance();
        return new JumpStatement(keyword.Span, kind);
    }

    private ReadOnlyStatement? ParseReadOnly(Token keyword)
    {
        _tokens.Advance();
        var token = _tokens.Current;
        if (token.Kind != TokenKind.Identifier)
        {
            _tokens.Unexpected("'readonly' takes the name of a variable");
            return null;
        }

        _tokens.Advance();
        return new ReadOnlyStatement(TextSpan.Between(keyword.Start, token.End), _tokens.TextOf(token));
    }

    private ImportStatement? ParseImport(Token keyword) =>
        ParseHeader(keyword, "an object") is { } source ? new ImportStatement(keyword.Span, source) : null;

    /// <summary>Parses the expression behind a keyword; null when there is none, which is reported.</summary>
    private Expression? ParseHeader(Token keyword, string wanted)
    {
        _tokens.Advance();
        if (_tokens.Current.EndsStatement)
        {
            _tokens.Report(TemplateRules.UnexpectedToken, _tokens.Current.Span, $"'{_tokens.TextOf(keyword)}' needs {wanted}", null);
            return null;
        }

        var value = Expressions.Parse();
        RefuseAssignment(value);
        return _tokens.IsLost ? null : value;
    }
}
