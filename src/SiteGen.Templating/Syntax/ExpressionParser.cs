using System.Collections.Immutable;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Parses expressions.</summary>
/// <remarks>
/// From loose to tight: pipes, the conditional, arguments behind a name, the operators by their strength, signs, paths.
/// </remarks>
internal sealed class ExpressionParser(TokenReader tokens, StatementParser statements)
{
    private readonly PrimaryParser _primary = new(tokens, statements);
    private bool _isBeforeColon;

    /// <summary>Parses a whole expression, pipes included.</summary>
    public Expression Parse()
    {
        if (!tokens.Enter())
        {
            tokens.Leave();
            return Nothing(tokens.Current.Start);
        }

        var value = ParseCall(ParseOperators(), isLoopList: false);
        if (tokens.Is(TokenKind.Question))
        {
            value = ParseConditional(value);
        }

        if (tokens.Is(TokenKind.Pipe))
        {
            value = ParsePipes(value);
        }

        tokens.Leave();
        return value;
    }

    /// <summary>Parses an expression in brackets, where a colon has no meaning from outside.</summary>
    public Expression ParseInside()
    {
        var before = _isBeforeColon;
        _isBeforeColon = false;
        var value = Parse();
        _isBeforeColon = before;
        return value;
    }

    /// <summary>Parses an expression of operators, without arguments, conditional or pipes.</summary>
    public Expression ParseOperators() => ParseOperators(0);

    /// <summary>Parses one of the values of a <c>when</c>, which <c>||</c> separates.</summary>
    public Expression ParseCaseValue() => ParseOperators(OperatorTable.OrStrength);

    /// <summary>Parses what stands left of <c>in</c> or behind <c>capture</c>: a variable or a path.</summary>
    public Expression ParseTarget() => _primary.ParsePath();

    /// <summary>Parses a value with its sign and its path, the value of a named argument.</summary>
    public Expression ParseSigned() => _primary.ParseSigned();

    /// <summary>Parses the list of a loop: an expression behind which the loop's options may follow.</summary>
    public Expression ParseLoopList()
    {
        var list = ParseOperators();
        if (StartsArgument() && !tokens.IsWord("reversed"u8) && !IsNamed())
        {
            list = ParseCall(list, isLoopList: true);
        }

        if (tokens.Is(TokenKind.Question))
        {
            list = ParseConditional(list);
        }

        return tokens.Is(TokenKind.Pipe) ? ParsePipes(list) : list;
    }

    /// <summary>Parses the arguments between parentheses that touch a name.</summary>
    public Expression ParseParenthesized(Expression target)
    {
        var before = _isBeforeColon;
        _isBeforeColon = false;
        tokens.Advance();
        var arguments = ImmutableArray.CreateBuilder<CallArgument>();
        while (!tokens.Is(TokenKind.RightParen) && !tokens.IsLost)
        {
            arguments.Add(ParseArgument(isParenthesized: true));
            if (!tokens.Take(TokenKind.Comma))
            {
                break;
            }
        }

        _isBeforeColon = before;
        tokens.Expect(TokenKind.RightParen, "')'");
        return new CallExpression(SpanFrom(target.Span.Start), target, null, arguments.ToImmutable());
    }

    /// <summary>Whether a name and a colon are next: a named argument or a loop's option.</summary>
    public bool IsNamed() => tokens.Is(TokenKind.Identifier) && tokens.Lexer.IsNext((byte)':');

    private Expression ParseOperators(int strength)
    {
        var first = _primary.ParseSigned();
        var start = first.Span.Start;
        ImmutableArray<ChainStep>.Builder? steps = null;
        while (!tokens.IsLost && OperatorTable.Find(tokens.Current.Kind, out var operation) is var found && found > strength)
        {
            var span = tokens.Current.Span;
            tokens.Advance();
            var right = ParseOperators(found);
            (steps ??= ImmutableArray.CreateBuilder<ChainStep>()).Add(new ChainStep(operation, span, right));
        }

        return steps is null ? first : new ChainExpression(SpanFrom(start), first, steps.ToImmutable());
    }

    private Expression ParseCall(Expression target, bool isLoopList)
    {
        if (!StartsArgument())
        {
            return target;
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>();
        while (StartsArgument() && !tokens.IsLost)
        {
            var start = tokens.Current.Start;
            arguments.Add(ParseArgument(isParenthesized: false));
            if (tokens.Current.Start == start)
            {
                break;
            }

            // The items of a loop end where its options start.
            if (isLoopList && (tokens.IsWord("reversed"u8) || IsNamed()))
            {
                break;
            }
        }

        return new CallExpression(SpanFrom(target.Span.Start), target, null, arguments.ToImmutable());
    }

    private CallArgument ParseArgument(bool isParenthesized)
    {
        var isSpread = tokens.Take(TokenKind.Caret);
        if (isSpread)
        {
            return new CallArgument(_primary.ParseSigned(), null, true);
        }

        if (!IsNamed() || _isBeforeColon)
        {
            return new CallArgument(isParenthesized ? Parse() : ParseOperators(), null, false);
        }

        var name = tokens.TextOf(tokens.Current);
        tokens.Advance();
        tokens.Advance();
        return new CallArgument(isParenthesized ? Parse() : _primary.ParseSigned(), name, false);
    }

    private ConditionalExpression ParseConditional(Expression test)
    {
        tokens.Advance();
        var before = _isBeforeColon;
        _isBeforeColon = true;
        var then = Parse();
        _isBeforeColon = before;
        tokens.Expect(TokenKind.Colon, "':'");
        var otherwise = tokens.IsLost ? then : Parse();
        return new ConditionalExpression(SpanFrom(test.Span.Start), test, then, otherwise);
    }

    private Expression ParsePipes(Expression input)
    {
        var stages = ImmutableArray.CreateBuilder<CallExpression>();
        while (tokens.Is(TokenKind.Pipe) && !tokens.IsLost)
        {
            var piped = SpanFrom(input.Span.Start);
            tokens.Advance();
            while (tokens.Is(TokenKind.NewLine))
            {
                tokens.Advance();
            }

            var stage = ParseCall(ParseOperators(), isLoopList: false);
            if (stage is ChainExpression { First: VariableExpression or PathExpression or CallExpression } chain)
            {
                // The first of several operands takes the value: v | string.size * 2.
                stages.Add(Stage(chain.First, piped));
                var first = new PipeExpression(TextSpan.Between(piped.Start, chain.First.Span.End), input, stages.ToImmutable());
                input = new ChainExpression(SpanFrom(piped.Start), first, chain.Steps);
                stages.Clear();
                continue;
            }

            stages.Add(Stage(stage, piped));
        }

        return stages.Count == 0 ? input : new PipeExpression(SpanFrom(input.Span.Start), input, stages.ToImmutable());
    }

    private static CallExpression Stage(Expression target, TextSpan piped) => target is CallExpression call
        ? call with { Input = piped }
        : new CallExpression(target.Span, target, piped, []);

    // A bracket that touches what is before it is an index; everything else that starts a value starts an argument.
    private bool StartsArgument() => tokens.Current.Kind switch
    {
        TokenKind.Identifier or TokenKind.Local or TokenKind.Arguments or TokenKind.ArgumentIndex or TokenKind.Number or TokenKind.String
            or TokenKind.VerbatimString or TokenKind.InterpolatedString or TokenKind.LeftParen or TokenKind.LeftBracket
            or TokenKind.LeftBrace or TokenKind.At or TokenKind.Caret or TokenKind.Not => true,
        _ => false,
    };

    private TextSpan SpanFrom(int start) => TextSpan.Between(start, Math.Max(start, tokens.PreviousEnd));

    private static LiteralExpression Nothing(int at) => new(new TextSpan(at, 0), Value.Nil);
}
