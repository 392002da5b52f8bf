using System.Collections.Immutable;
using Scriban.Syntax;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>Binds calls and pipes.</summary>
internal sealed class CallBinder(BindingContext context, ExpressionBinder expressions)
{
    public CallExpression Bind(ScriptFunctionCall call)
    {
        var target = expressions.Bind(call.Target);
        var arguments = ImmutableArray.CreateBuilder<CallArgument>(call.Arguments.Count);
        foreach (var argument in call.Arguments)
        {
            arguments.Add(BindArgument(argument));
        }

        // In the syntax tree, the span of a call ends before its closing parenthesis.
        var span = call.ExplicitCall && call.CloseParen is { } close ? target.Span.To(context.SpanOf(close))
            : arguments.Count > 0 ? target.Span.To(arguments[^1].Value.Span)
            : target.Span;
        return new CallExpression(span, target, null, arguments.ToImmutable());
    }

    /// <summary>Binds a value and the functions it goes through.</summary>
    /// <remarks>The tree is right-associative: each pipe contains the later stages.</remarks>
    public Expression BindPipe(ScriptPipeCall pipe)
    {
        var input = expressions.Bind(pipe.From);
        var stages = ImmutableArray.CreateBuilder<CallExpression>();
        var piped = input.Span;
        for (var rest = pipe.To; rest is not null; rest = (rest as ScriptPipeCall)?.To)
        {
            var stage = expressions.Bind(rest is ScriptPipeCall { From: var first } ? first : rest);
            if (stage is ChainExpression { First: VariableExpression or PathExpression or CallExpression } chain)
            {
                // The first of several operands takes the value: v | string.size * 2.
                stages.Add(Stage(chain.First, piped));
                var front = new PipeExpression(input.Span.To(chain.First.Span), input, stages.ToImmutable());
                input = new ChainExpression(input.Span.To(chain.Span), front, chain.Steps);
                stages.Clear();
            }
            else
            {
                stages.Add(Stage(stage, piped));
            }

            piped = piped.To(stage.Span);
        }

        return stages.Count == 0 ? input : new PipeExpression(piped, input, stages.ToImmutable());
    }

    private CallArgument BindArgument(ScriptExpression argument) => argument switch
    {
        ScriptNamedArgument named => new CallArgument(expressions.Bind(named.Value), named.Name?.Name ?? "", false),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } spread =>
            new CallArgument(expressions.Bind(spread.Right), null, true),
        _ => new CallArgument(expressions.Bind(argument), null, false),
    };

    private static CallExpression Stage(Expression target, TextSpan piped) => target is CallExpression { Input: null } call
        ? call with { Input = piped }
        : new CallExpression(target.Span, target, piped, []);
}
