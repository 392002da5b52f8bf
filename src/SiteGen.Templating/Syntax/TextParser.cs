using System.Collections.Immutable;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Parses texts in quotes, those with holes too.</summary>
internal sealed class TextParser(TokenReader tokens, StatementParser statements)
{
    public Expression Parse(Token token)
    {
        if (token.Kind == TokenKind.InterpolatedString)
        {
            return ParseInterpolated(token);
        }

        return new LiteralExpression(token.Span, Value.From(Read(token)));
    }

    /// <summary>Reads a text without holes and takes it.</summary>
    public string Read(Token token)
    {
        var text = token.Kind == TokenKind.VerbatimString
            ? StringLiteral.ReadVerbatim(tokens.AllBytes[(token.Start + 1)..(token.End - 1)])
            : StringLiteral.Read(tokens.AllBytes, TextSpan.Between(token.Start + 1, token.End - 1), "", tokens.Problems);
        tokens.Advance();
        return text;
    }

    private InterpolatedExpression ParseInterpolated(Token open)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        var outer = tokens.Lexer.OuterText;
        tokens.Lexer.OuterText = outer ?? open.Span;
        var quote = tokens.AllBytes[open.End - 1];
        var at = open.End;
        while (!tokens.IsLost)
        {
            var end = LiteralEnd(at, quote);
            if (end > at)
            {
                var literal = StringLiteral.Read(tokens.AllBytes, TextSpan.Between(at, end), "{}", tokens.Problems);
                parts.Add(new LiteralExpression(TextSpan.Between(at, end), Value.From(literal)));
            }

            if (end >= tokens.AllBytes.Length)
            {
                tokens.Report(
                    TemplateRules.Unclosed,
                    tokens.Lexer.OuterText.Value,
                    "this text is never closed",
                    $"end it with {(char)quote}");
                tokens.Replace(tokens.Lexer.Resynchronize(open.Start));
                break;
            }

            if (tokens.AllBytes[end] == quote)
            {
                tokens.Replace(open with { End = end + 1 });
                break;
            }

            at = ParseHole(end, parts);
        }

        tokens.Lexer.OuterText = outer;
        tokens.Advance();
        return new InterpolatedExpression(TextSpan.Between(open.Start, Math.Max(open.End, tokens.PreviousEnd)), parts.ToImmutable());
    }

    private int LiteralEnd(int at, byte quote)
    {
        var bytes = tokens.AllBytes;
        while (at < bytes.Length && bytes[at] != quote && bytes[at] != '{')
        {
            at += bytes[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, bytes.Length);
    }

    private int ParseHole(int open, ImmutableArray<Expression>.Builder parts)
    {
        tokens.Lexer.ShiftBraces(1);
        tokens.Replace(new Token(TokenKind.LeftBrace, open, open + 1, 0));
        tokens.Advance();
        parts.Add(statements.Expressions.ParseInside());
        if (!tokens.Is(TokenKind.RightBrace))
        {
            tokens.Unexpected("'}' is expected");
        }

        return tokens.Current.End;
    }
}
