using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed record JumpStatement(TextSpan Span, Flow Kind) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        if (context.Budget.Loops == 0)
        {
            var name = Kind == Flow.Break ? "break" : "continue";
            context.Fail(TemplateMessages.OutsideLoop(name), Span);
        }

        return Kind;
    }
}
