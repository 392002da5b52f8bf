using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Calls;

/// <summary>A function of the table: binds the arguments to parameters and calls its body.</summary>
internal sealed class BuiltinFunction(string name, HostFunction function) : Callable(name)
{
    public ImmutableArray<Parameter> Parameters => function.Parameters;

    public override Value Call(RenderContext context, in Arguments arguments)
    {
        var parameters = function.Parameters;
        var hasRest = parameters.Length > 0 && parameters[^1].Kind == ParameterKind.Rest;
        var count = hasRest ? parameters.Length - 1 : parameters.Length;
        if (arguments.NamedCount > 0)
        {
            return CallNamed(context, arguments, count);
        }

        if (arguments.Count > count && !hasRest)
        {
            FailCount(context, arguments.Count, count, count);
        }

        for (var i = arguments.Count; i < count; i++)
        {
            PushDefault(context, i, arguments.Count);
        }

        return Run(context, arguments.Start, Math.Max(arguments.Count, count), count);
    }

    private Value Run(RenderContext context, int start, int total, int count)
    {
        var window = context.Stack.Window(start, total);
        for (var i = 0; i < count; i++)
        {
            if (!ArgumentConversion.IsReady(window[i], function.Parameters[i].Kind))
            {
                var converted = ArgumentConversion.Convert(context, window[i], i, function.Parameters[i], Name);
                window = context.Stack.Window(start, total);
                window[i] = converted;
            }

            if (window[i].IsText && window[i].TextLength is var length and > 256)
            {
                // Long texts cost work even in a few calls.
                context.Budget.Spend(context, length >> 6);
            }
        }

        // The body may call functions that reallocate the stack; this span remains valid.
        return function.Body(context, window);
    }

    private Value CallNamed(RenderContext context, in Arguments arguments, int count)
    {
        ArgumentProblem.CheckNames(context, Name, arguments, function.Parameters, static parameter => parameter.Name);
        var start = context.Stack.Top;
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            if (context.Stack.TryNamed(arguments, function.Parameters[i].Name, out var named))
            {
                context.Stack.Push(named);
            }
            else if (next < arguments.Count)
            {
                context.Stack.Push(context.Stack.Window(arguments.Start, arguments.Count)[next++]);
            }
            else
            {
                PushDefault(context, i, arguments.Count + arguments.NamedCount);
            }
        }

        if (next < arguments.Count && count == function.Parameters.Length)
        {
            FailCount(context, arguments.Count + arguments.NamedCount, count, next);
        }

        for (; next < arguments.Count; next++)
        {
            context.Stack.Push(context.Stack.Window(arguments.Start, arguments.Count)[next]);
        }

        if (count < function.Parameters.Length && context.Stack.TryNamed(arguments, function.Parameters[count].Name, out var more))
        {
            context.Stack.Push(more);
        }

        return Run(context, start, context.Stack.Top - start, count);
    }

    private void PushDefault(RenderContext context, int index, int given)
    {
        var parameter = function.Parameters[index];
        if (!parameter.IsOptional)
        {
            FailCount(context, given, function.Parameters.Length, index);
        }

        context.Stack.Push(parameter.Default);
    }

    private void FailCount(RenderContext context, int given, int most, int excess)
    {
        var least = function.Parameters.Count(static parameter => !parameter.IsOptional && parameter.Kind != ParameterKind.Rest);
        var isOpen = function.Parameters.Any(static parameter => parameter.Kind == ParameterKind.Rest);
        ArgumentProblem.FailCount(context, Name, (least, isOpen ? int.MaxValue : most), given, excess);
    }
}
