using System.Collections.Immutable;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>One argument as it is written.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Name">The parameter it names, or null.</param>
/// <param name="IsSpread">Whether the items of a list become arguments: <c>^list</c>.</param>
internal readonly record struct CallArgument(Expression Value, string? Name, bool IsSpread);

/// <summary>A call: <c>f a b</c>, <c>f(a, b)</c>, <c>v | f a</c>.</summary>
/// <param name="Span">The whole call.</param>
/// <param name="Target">What is called.</param>
/// <param name="Input">Where the value stands that is piped in and becomes the first argument.</param>
/// <param name="Arguments">The arguments written.</param>
internal sealed record CallExpression(TextSpan Span, Expression Target, TextSpan? Input, ImmutableArray<CallArgument> Arguments)
    : Expression(Span)
{
    public override TextSpan NameSpan => Target.Span;

    public override Value Evaluate(RenderContext context)
    {
        Budget.CheckStack(context, Span);
        var function = Function(context);
        return context.CallAt(this, function, PushArguments(context));
    }

    /// <summary>Calls it with a value that comes through a pipe.</summary>
    public Value Pipe(RenderContext context, in Value input)
    {
        var (start, namedStart) = (context.Stack.Top, context.Stack.NamedTop);
        context.Stack.Push(input);
        var function = Function(context);
        return context.CallAt(this, function, PushArguments(context, start, namedStart));
    }

    public override TextSpan ArgumentSpan(int index)
    {
        if (Input is { } input && index == 0)
        {
            return input;
        }

        var at = Input is null ? index : index - 1;
        return at >= 0 && at < Arguments.Length ? Arguments[at].Value.Span : new TextSpan(Span.End, 0);
    }

    /// <summary>What is called.</summary>
    public Callable Function(RenderContext context)
    {
        var target = Target.Resolve(context);
        if (target.Kind == ValueKind.Function)
        {
            return Callable.From(target);
        }

        return target.Reference is FunctionGroup { Self: { } self } ? self : FunctionProblem.Fail(context, Target, target);
    }

    /// <summary>Evaluates the arguments onto the stack.</summary>
    public Arguments PushArguments(RenderContext context) => PushArguments(context, context.Stack.Top, context.Stack.NamedTop);

    private Arguments PushArguments(RenderContext context, int start, int namedStart)
    {
        var stack = context.Stack;
        foreach (ref readonly var argument in Arguments.AsSpan())
        {
            var value = argument.Value.Evaluate(context);
            if (argument.Name is { } name)
            {
                stack.PushNamed(name, value);
            }
            else if (argument.IsSpread && ItemsOf(value) is { } items)
            {
                Spread(context, items);
            }
            else
            {
                stack.Push(value);
            }
        }

        return new Arguments(start, stack.Top - start, namedStart, stack.NamedTop - namedStart);
    }

    // What a loop would walk.
    private static IItems? ItemsOf(in Value value) => value.Kind switch
    {
        ValueKind.List => value.Items,
        ValueKind.Text => new CharacterItems(value.String),
        ValueKind.Object => new PairItems(value.Members),
        _ => null,
    };

    private void Spread(RenderContext context, IItems items)
    {
        if (items.Count > 10_000)
        {
            context.Fail(TemplateMessages.TooManyArguments(), Span);
        }

        context.Budget.Spend(context, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            context.Stack.Push(items[i]);
        }
    }
}
