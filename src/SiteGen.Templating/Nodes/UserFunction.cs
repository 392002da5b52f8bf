using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A function that a template defines.</summary>
/// <param name="definition">What the template says about it.</param>
/// <param name="source">The source it stands in.</param>
/// <param name="escapesHtml">Whether that template escapes HTML.</param>
/// <param name="enclosing">The call it was made in, if it is anonymous.</param>
internal sealed class UserFunction(FunctionDefinition definition, SourceText source, bool escapesHtml, FunctionScope? enclosing)
    : Callable(definition.Name)
{
    public override Value Call(RenderContext context, in Arguments arguments) => CallWith(context, arguments, null);

    /// <summary>Calls it with a block for its <c>$$</c>.</summary>
    public Value CallWith(RenderContext context, in Arguments arguments, WrappedBlock? block)
    {
        var span = context.CallSpan;
        var seen = arguments;
        var scope = definition.Parameters.IsDefault ? Visible() : Bind(context, arguments, out seen);
        var (outerScope, outerSource, outerEscapes) = (context.Variables.Scope, context.Source, context.EscapesHtml);
        context.Budget.Enter(context, span);
        context.Variables.Scope = scope;
        context.Source = source;
        context.EscapesHtml = escapesHtml;
        ref var frame = ref context.Stack.PushFrame(definition.Locals);
        (frame.Arguments, frame.HasArguments) = (seen, true);
        (frame.Block, frame.BlockSource) = (block?.Body, block?.Source);
        var value = Run(context);
        context.Stack.PopFrame();
        if (scope is not null && !definition.Parameters.IsDefault)
        {
            scope.IsActive = false;
        }

        context.Variables.Scope = outerScope;
        (context.Source, context.EscapesHtml) = (outerSource, outerEscapes);
        context.Budget.Leave();
        return value;
    }

    private Value Run(RenderContext context)
    {
        if (definition.Result is { } result)
        {
            return result.Evaluate(context);
        }

        // A break or continue ends the function, but not the loop that calls it.
        if (definition.Body?.Render(context) != Flow.Return)
        {
            return Value.Nil;
        }

        var returned = context.Returned;
        context.Returned = default;
        return returned;
    }

    private FunctionScope? Visible() => enclosing is { IsActive: true } ? enclosing : null;

    // What the body sees as $ are the values of the parameters, in their order.
    private FunctionScope Bind(RenderContext context, in Arguments arguments, out Arguments seen)
    {
        var scope = new FunctionScope(Visible());
        var parameters = definition.Parameters;
        var hasRest = parameters is [.., { IsRest: true }];
        if (arguments.NamedCount > 0 && !hasRest)
        {
            ArgumentProblem.CheckNames(context, Name, arguments, parameters, static parameter => parameter.Name);
        }

        var start = context.Stack.Top;
        var next = 0;
        foreach (ref readonly var parameter in parameters.AsSpan())
        {
            var value = ValueOf(context, parameter, arguments, ref next);
            scope.Members.Set(parameter.Name, value);
            context.Stack.Push(value);
        }

        if (next < arguments.Count)
        {
            FailCount(context, arguments);
        }

        seen = new Arguments(start, parameters.Length, arguments.NamedStart, hasRest ? arguments.NamedCount : 0);
        return scope;
    }

    private Value ValueOf(RenderContext context, in FunctionParameter parameter, in Arguments arguments, ref int next)
    {
        if (parameter.IsRest)
        {
            var from = next;
            next = arguments.Count;
            return Value.From(Rest(context, arguments, from));
        }

        if (context.Stack.TryNamed(arguments, parameter.Name, out var named))
        {
            return named;
        }

        if (next < arguments.Count)
        {
            return context.Stack.Window(arguments.Start, arguments.Count)[next++];
        }

        if (!parameter.IsOptional)
        {
            FailCount(context, arguments);
        }

        return parameter.Default;
    }

    private static ArrayValue Rest(RenderContext context, in Arguments arguments, int from)
    {
        var rest = new ArrayValue();
        foreach (ref readonly var value in context.Stack.Window(arguments.Start, arguments.Count)[from..])
        {
            rest.Add(value);
        }

        return rest;
    }

    private void FailCount(RenderContext context, in Arguments arguments)
    {
        var required = definition.Parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsRest);
        var most = definition.Parameters.Any(static parameter => parameter.IsRest) ? int.MaxValue : definition.Parameters.Length;
        ArgumentProblem.FailCount(context, Name, (required, most), arguments.Count + arguments.NamedCount, definition.Parameters.Length);
    }
}
