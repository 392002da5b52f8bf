using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Statements one after the other.</summary>
/// <remarks>An indent that starts in a block ends with it.</remarks>
internal sealed record BlockStatement(TextSpan Span, ImmutableArray<Statement> Body) : Statement(Span)
{
    private readonly bool _hasIndents = Body.Any(static statement => statement is IndentStatement);

    public override Flow Render(RenderContext context)
    {
        if (!_hasIndents)
        {
            return Run(context);
        }

        var outer = context.Output.EnterBlock();
        var flow = Run(context);
        context.Output.LeaveBlock(outer);
        return flow;
    }

    private Flow Run(RenderContext context)
    {
        context.Budget.Spend(context, Body.Length);
        foreach (var statement in Body)
        {
            var flow = statement.Render(context);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}
