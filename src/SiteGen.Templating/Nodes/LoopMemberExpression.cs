using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A fact about the innermost loop: <c>for.index</c>.</summary>
internal sealed record LoopMemberExpression(TextSpan Span, string Kind, string Member, TextSpan MemberSpan) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        if (context.Variables.FindLoop(Kind) is { } loop)
        {
            return loop.TryGet(Member, out var value) ? value : Value.Nil;
        }

        var place = context.Options.Strict ? Span : MemberSpan;
        return context.Fail(TemplateMessages.MemberOutsideLoop(Kind, Member), place);
    }
}
