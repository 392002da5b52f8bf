using SiteGen.Templating.Escaping;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Nodes;

/// <summary>An expression whose value is printed.</summary>
internal sealed record PrintStatement(Expression Expression, PrintPlace Place) : Statement(Expression.Span)
{
    public override Flow Render(RenderContext context)
    {
        context.CallSpan = Span;
        var value = Expression.Evaluate(context);
        if (value.Kind == ValueKind.Function)
        {
            value = context.CallBare(Expression, value.Function);
        }

        context.CallSpan = Span;
        context.Output.Print(context, value, Place);
        return Flow.Next;
    }
}
