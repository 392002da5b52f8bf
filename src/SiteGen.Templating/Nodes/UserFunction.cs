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
        var scope = definition.Parameters.IsDefault ? Visible() : Bind(context, arguments);
        var (outerScope, outerSource, outerEscapes) = (context.Variables.Scope, context.Source, context.EscapesHtml);
        context.Budget.Enter(context, span);
        context.Variables.Scope = scope;
        context.Source = source;
        context.EscapesHtml = escapesHtml;
        ref var frame = ref context.Stack.PushFrame(definition.Locals);
        (frame.Arguments, frame.HasArguments) = (arguments, true);
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

    private FunctionScope Bind(RenderContext context, in Arguments arguments)
    {
        var scope = new FunctionScope(Visible());
        var parameters = definition.Parameters;
        var next = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (parameter.IsRest)
            {
                scope.Members.Set(parameter.Name, Value.From(Rest(context, arguments, next)));
                next = arguments.Count;
            }
            else if (context.Stack.TryNamed(arguments, parameter.Name, out var named))
            {
                scope.Members.Set(parameter.Name, named);
            }
            else if (next < arguments.Count)
            {
                scope.Members.Set(parameter.Name, context.Stack.Window(arguments.Start, arguments.Count)[next++]);
            }
            else if (parameter.IsOptional)
            {
                scope.Members.Set(parameter.Name, parameter.Default);
            }
            else
            {
                FailCount(context, arguments);
            }
        }

        if (next < arguments.Count)
        {
            FailCount(context, arguments);
        }

        return scope;
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
