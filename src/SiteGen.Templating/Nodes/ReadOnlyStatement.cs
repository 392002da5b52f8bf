using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>readonly name</c>: later assignments to the name fail.</summary>
internal sealed record ReadOnlyStatement(TextSpan Span, string Name, bool IsLocal) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        if (IsLocal)
        {
            context.Stack.MarkReadOnly(Name);
        }
        else if (!context.Variables.TryMarkReadOnly(Name))
        {
            context.Fail(TemplateMessages.ReadOnlyVariable(Name), Span);
        }

        return Flow.Next;
    }
}
