using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>The arguments of the function or include: <c>$</c>.</summary>
internal sealed record ArgumentsExpression(TextSpan Span) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        if (context.Stack.Current.HasArguments)
        {
            return Value.From(List(context));
        }

        return context.Options.Strict
            ? context.Fail(TemplateMessages.NoArgumentsHere(), Span)
            : Value.Nil;
    }

    /// <summary>The list of arguments, made once per call, with named ones as its members.</summary>
    private static ArrayValue List(RenderContext context)
    {
        ref Frame frame = ref context.Stack.Current;
        if (frame.ArgumentList is { } made)
        {
            return made;
        }

        var arguments = frame.Arguments;
        var list = new ArrayValue(arguments.Count);
        foreach (ref readonly var value in context.Stack.Window(arguments.Start, arguments.Count))
        {
            list.Add(value);
        }

        for (var i = 0; i < arguments.NamedCount; i++)
        {
            var (name, value) = context.Stack.Named(arguments.NamedStart + i);
            list.SetMember(name, value);
        }

        frame.ArgumentList = list;
        return list;
    }
}

/// <summary>One argument by its place: <c>$0</c>.</summary>
internal sealed record ArgumentExpression(TextSpan Span, int Index) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        var value = Resolve(context);
        return value.Kind == ValueKind.Function ? context.CallBare(this, Callable.From(value)) : value;
    }

    public override Value Resolve(RenderContext context)
    {
        ref Frame frame = ref context.Stack.Current;
        if (!frame.HasArguments)
        {
            return context.Fail(TemplateMessages.NullArguments(), Span);
        }

        if (frame.ArgumentList is { } list)
        {
            return Index < list.Count ? list[Index] : Value.Nil;
        }

        return Index < frame.Arguments.Count ? context.Stack.Window(frame.Arguments.Start, frame.Arguments.Count)[Index] : Value.Nil;
    }
}
