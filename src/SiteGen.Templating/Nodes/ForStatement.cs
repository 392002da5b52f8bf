using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>for v in list … else … end</c>.</summary>
internal sealed record ForStatement(TextSpan Span, Expression Variable, LoopSource Source, Statement Body, Statement? Else)
    : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        if (Source.Items(context) is not { } items)
        {
            return Flow.Next;
        }

        var window = Source.Window(context, items.Count);
        if (window.Length <= 0)
        {
            return RenderElse(context);
        }

        var state = new LoopState(window.Length, 0);
        var variable = new LoopVariableScope(context, "for", state, Variable);
        var flow = Run(context, items, window, state, variable);
        variable.Close();
        return flow == Flow.Return ? flow : Flow.Next;
    }

    // It is part of the loop: a break in it ends no other.
    private Flow RenderElse(RenderContext context)
    {
        context.Budget.EnterLoop();
        var flow = Else?.Render(context) ?? Flow.Next;
        context.Budget.LeaveLoop();
        return flow == Flow.Return ? flow : Flow.Next;
    }

    private Flow Run(RenderContext context, IItems items, LoopWindow window, LoopState state, LoopVariableScope variable)
    {
        var previous = Value.Nil;
        for (var i = 0; i < window.Length; i++)
        {
            // A host's list may be shorter than it said when the body changes it.
            var at = window.Start + (i * window.Step);
            var item = at >= 0 && at < items.Count ? items[at] : Value.Nil;
            context.Budget.Iterate(context, Span);
            state.Index = i;
            state.IsChanged = i == 0 || !Comparison.AreSame(context, previous, item);
            variable.Set(item);
            previous = item;
            var flow = Body.Render(context);
            if (flow is Flow.Break or Flow.Return)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}
