using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Parses single values: literals, names, what is in brackets; their paths and their signs.</summary>
internal sealed class PrimaryParser(TokenReader tokens, StatementParser statements)
{
    private readonly TextParser _texts = new(tokens, statements);
    private readonly BracketParser _brackets = new(tokens, statements);

    /// <summary>Parses a value with the signs before and behind it.</summary>
    public Expression ParseSigned()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Not:
                return ParseUnary(token, UnaryOperator.Not);
            case TokenKind.Minus:
                return ParseUnary(token, UnaryOperator.Negate);
            case TokenKind.Plus:
                return ParseUnary(token, UnaryOperator.Plus);
            case TokenKind.At:
                return ParseUnary(token, UnaryOperator.Reference);
            case TokenKind.Caret:
                tokens.Advance();
                return Deeper(token);
            case TokenKind.Increment or TokenKind.Decrement:
                tokens.Advance();
                var operand = Deeper(token);
                return Increment(operand, token, SpanFrom(token.Start), isPrefix: true);
        }

        var value = ParsePath();
        if (tokens.Current.Kind is TokenKind.Increment or TokenKind.Decrement && !tokens.IsLost)
        {
            token = tokens.Current;
            tokens.Advance();
            return Increment(value, token, SpanFrom(value.Span.Start), isPrefix: false);
        }

        return value;
    }

    /// <summary>Parses a value and the members, items and calls that touch it.</summary>
    public Expression ParsePath()
    {
        var root = ParseValue();
        var steps = ImmutableArray.CreateBuilder<PathStep>(0);
        while (!tokens.IsLost)
        {
            var kind = tokens.Current.Kind;
            if (kind is TokenKind.Dot or TokenKind.NullDot)
            {
                steps.Add(ParseMember());
            }
            else if (kind == TokenKind.LeftBracket
                && tokens.Touches
                && (steps.Count > 0 || root is not (ArrayExpression or ObjectExpression)))
            {
                steps.Add(ParseIndex());
            }
            else if (kind == TokenKind.LeftParen
                && tokens.Touches
                && (steps.Count > 0 || root is VariableExpression or LocalExpression or ArgumentExpression))
            {
                root = statements.Expressions.ParseParenthesized(Path(root, steps));
                steps.Clear();
            }
            else
            {
                break;
            }
        }

        return Path(root, steps);
    }

    private static Expression Path(Expression root, ImmutableArray<PathStep>.Builder steps) => steps.Count == 0
        ? root
        : new PathExpression(TextSpan.Between(root.Span.Start, steps[^1].Span.End), root, steps.ToImmutable());

    private UnaryExpression ParseUnary(Token sign, UnaryOperator operation)
    {
        tokens.Advance();
        var operand = Deeper(sign);
        return new UnaryExpression(SpanFrom(sign.Start), operation, operand);
    }

    private Expression Deeper(Token at)
    {
        var value = tokens.Enter() ? ParseSigned() : Nothing(at.Start);
        tokens.Leave();
        return value;
    }

    private IncrementExpression Increment(Expression target, Token sign, TextSpan span, bool isPrefix)
    {
        if (!target.IsAssignable)
        {
            tokens.Report(TemplateRules.BadTarget, sign.Span, $"'{tokens.TextOf(sign)}' takes a variable, a member or an item", null);
        }

        return new IncrementExpression(span, target, sign.Kind == TokenKind.Increment ? 1 : -1, isPrefix);
    }

    private PathStep ParseMember()
    {
        var isNullSafe = tokens.Is(TokenKind.NullDot);
        tokens.Advance();
        var token = tokens.Current;
        if (token.Kind != TokenKind.Identifier)
        {
            tokens.Unexpected("the name of a member is expected behind '.'");
            return new PathStep(token.Span, "", null, isNullSafe);
        }

        var name = tokens.TextOf(token);
        var rest = tokens.AllBytes[token.End..];
        if (name == "empty" && rest.StartsWith("?"u8) && !rest.StartsWith("??"u8) && !rest.StartsWith("?."u8))
        {
            name = PathStep.Empty;
            tokens.Replace(token with { End = token.End + 1 });
        }

        var span = tokens.Current.Span;
        tokens.Advance();
        return new PathStep(span, name, null, isNullSafe);
    }

    private PathStep ParseIndex()
    {
        var start = tokens.Current.Start;
        tokens.OpenBrackets++;
        tokens.Advance();
        var index = statements.Expressions.ParseInside();
        tokens.OpenBrackets = Math.Max(0, tokens.OpenBrackets - 1);
        tokens.Expect(TokenKind.RightBracket, "']'");
        return new PathStep(SpanFrom(start), "", index, false);
    }

    private Expression ParseValue()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return ParseName(token);
            case TokenKind.Local or TokenKind.Arguments or TokenKind.ArgumentIndex:
                tokens.Advance();
                return Dollar(token);
            case TokenKind.Number:
                return ParseNumber(token);
            case TokenKind.String or TokenKind.VerbatimString or TokenKind.InterpolatedString:
                return _texts.Parse(token);
            case TokenKind.LeftParen:
                return _brackets.ParseNested(token);
            case TokenKind.LeftBracket:
                return _brackets.ParseArray(token);
            case TokenKind.LeftBrace:
                return _brackets.ParseObject(token, _texts);
            default:
                tokens.Unexpected("a value is expected");
                return Nothing(token.Start);
        }
    }

    private Expression ParseName(Token token)
    {
        var name = tokens.TextOf(token);
        if (name == "do")
        {
            return statements.ParseAnonymous(token);
        }

        tokens.Advance();
        switch (name)
        {
            case "true":
                return new LiteralExpression(token.Span, Value.From(true));
            case "false":
                return new LiteralExpression(token.Span, Value.From(false));
            case "null":
                return new LiteralExpression(token.Span, Value.Nil);
            case "empty" or "blank":
                return new LiteralExpression(token.Span, Value.Empty);
            case "this":
                return new ThisExpression(token.Span);
            case "for" or "while" or "tablerow" when tokens.Is(TokenKind.Dot):
                return ParseLoopMember(token, name);
            default:
                return new VariableExpression(token.Span, name);
        }
    }

    private LoopMemberExpression ParseLoopMember(Token token, string kind)
    {
        tokens.Advance();
        var member = tokens.Current;
        var name = tokens.TextOf(member);
        if (member.Kind != TokenKind.Identifier || !LoopState.Has(kind, name))
        {
            var nearest = Suggestion.For(name, ["index", "first", "last", "even", "odd", "length", "rindex", "changed"]);
            tokens.Report(
                TemplateRules.UnknownLoopMember,
                token.Span,
                $"'{kind}' has no member '{name}'",
                nearest is null ? null : $"did you mean '{kind}.{nearest}'?");
        }

        tokens.Advance();
        return new LoopMemberExpression(TextSpan.Between(token.Start, member.End), kind, name, member.Span);
    }

    private Expression Dollar(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Arguments:
                return new ArgumentsExpression(token.Span);
            case TokenKind.ArgumentIndex:
                var isNumber = int.TryParse(tokens.Bytes(token)[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                return new ArgumentExpression(token.Span, isNumber ? index : int.MaxValue);
            default:
                var name = tokens.TextOf(token)[1..];
                return new LocalExpression(token.Span, name, statements.Locals?.FindOrAdd(name) ?? -1);
        }
    }

    private LiteralExpression ParseNumber(Token token)
    {
        if (!NumberLiteral.TryParse(tokens.Bytes(token), out var value))
        {
            tokens.Report(
                TemplateRules.BadLiteral,
                token.Span,
                $"'{tokens.TextOf(token with { End = Math.Min(token.End, token.Start + 40) })}' is not a number that can be used",
                null);
        }

        tokens.Advance();
        return new LiteralExpression(token.Span, value);
    }

    private TextSpan SpanFrom(int start) => TextSpan.Between(start, Math.Max(start, tokens.PreviousEnd));

    private static LiteralExpression Nothing(int at) => new(new TextSpan(at, 0), Value.Nil);
}
