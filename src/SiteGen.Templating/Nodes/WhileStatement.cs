using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>while test … end</c>.</summary>
internal sealed record WhileStatement(TextSpan Span, Expression Test, Statement Body) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var state = new LoopState(-1, 0);
        var scope = new LoopVariableScope(context, "while", state, null);
        var flow = Run(context, state);
        scope.Close();
        return flow == Flow.Return ? flow : Flow.Next;
    }

    private Flow Run(RenderContext context, LoopState state)
    {
        while (Test.Evaluate(context).IsTruthy)
        {
            context.Budget.Iterate(context, Span);
            var flow = Body.Render(context);
            if (flow is Flow.Break or Flow.Return)
            {
                return flow;
            }

            state.Index++;
        }

        return Flow.Next;
    }
}
