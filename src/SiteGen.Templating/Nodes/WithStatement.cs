using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>with object … end</c>: its members are variables inside, and assignments write to it.</summary>
internal sealed record WithStatement(TextSpan Span, Expression Target, Statement Body, LocalTable Locals) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var target = Target.Evaluate(context);
        if (!target.TryGetMembers(out var members))
        {
            context.Fail(TemplateMessages.NotAnObject("with", context.CodeOf(Target.Span), TypeNames.For(target)), Target.Span);
            return Flow.Next;
        }

        context.Variables.PushWith(members);
        _ = context.Stack.PushFrame(Locals);
        var flow = Body.Render(context);
        context.Stack.PopFrame();
        context.Variables.PopWith();
        return flow;
    }
}
