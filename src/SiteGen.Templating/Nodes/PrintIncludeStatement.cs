using SiteGen.Templating.Calls;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Nodes;

/// <summary><c>include "name"</c> as a whole statement: the template runs straight into the output.</summary>
internal sealed record PrintIncludeStatement(CallExpression Call, OutputContext Place) : Statement(Call.Span)
{
    public override Flow Render(RenderContext context)
    {
        context.CallSpan = Span;
        var target = Call.Function(context);
        var arguments = Call.PushArguments(context);
        if (target is IncludeFunction && context.Output.Indent.Length == 0)
        {
            (context.CallSite, context.CallSpan) = (Call, Call.NameSpan);
            IncludeFunction.Run(context, arguments);
            context.Stack.Drop(arguments.Start, arguments.NamedStart);
            return Flow.Next;
        }

        var value = context.CallAt(Call, target, arguments);
        context.Output.Print(context, value, Place);
        return Flow.Next;
    }
}
