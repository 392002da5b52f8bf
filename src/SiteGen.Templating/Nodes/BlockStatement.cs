using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Statements one after the other.</summary>
internal sealed record BlockStatement(TextSpan Span, ImmutableArray<Statement> Body) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Budget.Spend(context, Body.Length);
        foreach (var statement in Body)
        {
            var flow = statement.Render(context);
            if (context.Pending != Flow.Next)
            {
                (flow, context.Pending) = (context.Pending, Flow.Next);
            }

            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}
