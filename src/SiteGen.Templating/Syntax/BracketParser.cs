using System.Collections.Immutable;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Parses what stands in parentheses, brackets and braces.</summary>
internal sealed class BracketParser(TokenReader tokens, StatementParser statements)
{
    public NestedExpression ParseNested(Token open)
    {
        tokens.Advance();
        var inner = statements.Expressions.ParseInside();
        statements.RefuseAssignment(inner);
        tokens.Expect(TokenKind.RightParen, "')'");
        return new NestedExpression(SpanFrom(open.Start), inner);
    }

    public ArrayExpression ParseArray(Token open)
    {
        var items = ImmutableArray.CreateBuilder<Expression>();
        tokens.OpenBrackets++;
        tokens.Advance();
        while (!tokens.Is(TokenKind.RightBracket) && !tokens.IsLost)
        {
            items.Add(statements.Expressions.ParseInside());
            if (!tokens.Take(TokenKind.Comma))
            {
                break;
            }
        }

        tokens.OpenBrackets = Math.Max(0, tokens.OpenBrackets - 1);
        tokens.Expect(TokenKind.RightBracket, "']'");
        return new ArrayExpression(SpanFrom(open.Start), items.ToImmutable());
    }

    public ObjectExpression ParseObject(Token open, TextParser texts)
    {
        var members = ImmutableArray.CreateBuilder<ObjectMember>();
        tokens.OpenBrackets++;
        tokens.Advance();
        while (!tokens.Is(TokenKind.RightBrace) && !tokens.IsLost)
        {
            var name = ParseKey(texts);
            tokens.Expect(TokenKind.Colon, "':'");
            if (!tokens.IsLost)
            {
                members.Add(new ObjectMember(name, statements.Expressions.ParseInside()));
            }

            if (!tokens.Take(TokenKind.Comma))
            {
                break;
            }
        }

        tokens.OpenBrackets = Math.Max(0, tokens.OpenBrackets - 1);
        tokens.Expect(TokenKind.RightBrace, "'}'");
        return new ObjectExpression(SpanFrom(open.Start), members.ToImmutable());
    }

    private string ParseKey(TextParser texts)
    {
        var token = tokens.Current;
        if (token.Kind is TokenKind.String or TokenKind.VerbatimString)
        {
            return texts.Read(token);
        }

        if (token.Kind != TokenKind.Identifier)
        {
            tokens.Unexpected("the name of a member is expected");
            return "";
        }

        tokens.Advance();
        return tokens.TextOf(token);
    }

    private TextSpan SpanFrom(int start) => TextSpan.Between(start, Math.Max(start, tokens.PreviousEnd));
}
