using System.Collections.Immutable;
using System.Numerics;
using Scriban.Syntax;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>Turns expressions of the syntax tree into nodes that can be evaluated.</summary>
internal sealed class ExpressionBinder
{
    private readonly BindingContext _context;
    private readonly StatementBinder _statements;
    private readonly PathBinder _paths;
    private readonly CallBinder _calls;

    public ExpressionBinder(BindingContext context, StatementBinder statements)
    {
        _context = context;
        _statements = statements;
        _paths = new PathBinder(context, this);
        _calls = new CallBinder(context, this);
    }

    /// <summary>Binds an expression; a missing one, found only in trees with errors, evaluates to null.</summary>
    public Expression Bind(ScriptExpression? node) =>
        node is null ? Nothing(default) : _context.CanEnter(node) ? BindNode(node) : Nothing(_context.SpanOf(node));

    private Expression BindNode(ScriptExpression node) => node switch
    {
        ScriptLiteral literal => new LiteralExpression(_context.SpanOf(literal), ValueOf(literal)),
        ScriptVariable variable => _paths.BindVariable(variable),
        ScriptThisExpression => new ThisExpression(_context.SpanOf(node)),
        ScriptMemberExpression or ScriptIndexerExpression => _paths.Bind(node),
        ScriptFunctionCall call => _calls.Bind(call),
        ScriptPipeCall pipe => _calls.BindPipe(pipe),
        ScriptBinaryExpression binary => BindChain(binary),
        ScriptIncrementDecrementExpression increment => BindIncrement(increment),
        ScriptUnaryExpression unary => BindUnary(unary),
        ScriptNestedExpression nested => new NestedExpression(_context.SpanOf(nested), Bind(nested.Expression)),
        ScriptConditionalExpression conditional => BindConditional(conditional),
        ScriptArrayInitializerExpression array => new ArrayExpression(_context.SpanOf(array), [.. array.Values.Select(Bind)]),
        ScriptObjectInitializerExpression members =>
            new ObjectExpression(_context.SpanOf(members), [.. members.Members.Select(BindMember)]),
        ScriptInterpolatedStringExpression text =>
            new InterpolatedExpression(_context.SpanOf(text), [.. text.Parts.Select(Bind)]),
        ScriptInterpolatedExpression part => Bind(part.Expression),
        ScriptAnonymousFunction { Function: { } function } => _statements.BindAnonymous(function),
        ScriptNamedArgument { ColonToken: { } colon } => Refuse(SyntaxMessages.StatementEndExpected(":"), colon),
        ScriptAssignExpression assignment => Refuse(SyntaxMessages.AssignmentHere(), assignment.Target ?? (ScriptNode)assignment),
        _ => Refuse(SyntaxMessages.ValueExpected(_context.TextOf(_context.SpanOf(node))), node),
    };

    /// <summary>The value of a literal.</summary>
    public static Value ValueOf(ScriptLiteral literal) => literal.Value switch
    {
        null => Value.Nil,
        bool truth => Value.From(truth),
        int number => Value.From(number),
        long number => Value.From(number),
        BigInteger number => Value.From(number),
        float number => Value.From(number),
        double number => Value.From(number),
        decimal number => Value.From(number),
        var other => Value.From(other as string ?? ""),
    };

    // Operators on the left spine of the tree become one chain, so that a long sum needs no deep stack when it runs.
    private ChainExpression BindChain(ScriptBinaryExpression top)
    {
        var spine = new Stack<ScriptBinaryExpression>();
        ScriptExpression? left = top;
        while (left is ScriptBinaryExpression binary)
        {
            spine.Push(binary);
            left = binary.Left;
        }

        var first = Bind(left);
        var steps = ImmutableArray.CreateBuilder<ChainStep>(spine.Count);
        foreach (var binary in spine)
        {
            var sign = binary.OperatorToken is { } token ? _context.SpanOf(token) : default;
            steps.Add(new ChainStep(OperatorMap.Find(binary.Operator), sign, Bind(binary.Right)));
        }

        return new ChainExpression(first.Span.To(steps[^1].Right.Span), first, steps.ToImmutable());
    }

    private Expression BindUnary(ScriptUnaryExpression unary)
    {
        var operand = Bind(unary.Right);
        var span = _context.SpanOf(unary).To(operand.Span);
        return unary.Operator switch
        {
            ScriptUnaryOperator.Not => new UnaryExpression(span, UnaryOperator.Not, operand),
            ScriptUnaryOperator.Negate => new UnaryExpression(span, UnaryOperator.Negate, operand),
            ScriptUnaryOperator.Plus => new UnaryExpression(span, UnaryOperator.Plus, operand),
            ScriptUnaryOperator.FunctionAlias => new UnaryExpression(span, UnaryOperator.Reference, operand),
            _ => operand,
        };
    }

    private IncrementExpression BindIncrement(ScriptIncrementDecrementExpression node)
    {
        var target = Bind(node.Right);
        var sign = node.OperatorToken is { } token ? _context.SpanOf(token) : _context.SpanOf(node);
        if (!target.IsAssignable)
        {
            _context.Report(SyntaxMessages.IncrementTarget(_context.TextOf(sign)), sign);
        }

        var by = node.Operator == ScriptUnaryOperator.Increment ? 1 : -1;
        return new IncrementExpression(sign.To(target.Span), target, by, !node.Post);
    }

    private ConditionalExpression BindConditional(ScriptConditionalExpression node)
    {
        var test = Bind(node.Condition);
        var then = Bind(node.ThenValue);
        var otherwise = Bind(node.ElseValue);
        return new ConditionalExpression(test.Span.To(otherwise.Span), test, then, otherwise);
    }

    private ObjectMember BindMember(ScriptObjectMember member)
    {
        var name = member.Name is ScriptVariable variable ? variable.Name : (member.Name as ScriptLiteral)?.Value as string;
        return new ObjectMember(name ?? "", Bind(member.Value));
    }

    private LiteralExpression Refuse(DiagnosticMessage message, ScriptNode node)
    {
        _context.Report(message, _context.SpanOf(node));
        return Nothing(_context.SpanOf(node));
    }

    private static LiteralExpression Nothing(TextSpan span) => new(span, Value.Nil);
}
