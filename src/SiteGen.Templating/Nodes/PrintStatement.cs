using SiteGen.Templating.Escaping;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Nodes;

/// <summary>An expression whose value is printed.</summary>
internal sealed record PrintStatement(Expression Expression, OutputContext Place) : Statement(Expression.Span)
{
    public override Flow Render(RenderContext context)
    {
        context.CallSpan = Span;
        var start = context.Output.Target.Length;
        var value = Expression.Evaluate(context);
        context.CallSpan = Span;
        if (Place > OutputContext.Tag && context.Output.Target.Length > start)
        {
            // What a function printed here did not know that it stands in a value.
            context.Output.PrintAgain(context, start, Place);
        }

        context.Output.Print(context, value, Place);
        return Flow.Next;
    }
}
