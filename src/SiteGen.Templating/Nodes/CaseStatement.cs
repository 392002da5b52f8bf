using System.Collections.Immutable;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>The values of one <c>when</c> and what runs for them.</summary>
internal readonly record struct CaseBranch(ImmutableArray<Expression> Values, Statement Body);

/// <summary><c>case v; when a, b; …; else; …; end</c>.</summary>
/// <param name="Span">The keyword.</param>
/// <param name="Subject">What is compared.</param>
/// <param name="Indents">The indents that start between the keyword and the first branch.</param>
/// <param name="Branches">The values and what runs for them.</param>
/// <param name="Else">What runs when no value is the subject's.</param>
internal sealed record CaseStatement(
    TextSpan Span, Expression Subject, ImmutableArray<Statement> Indents, ImmutableArray<CaseBranch> Branches, Statement? Else)
    : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var subject = Subject.Evaluate(context);
        if (Indents.IsEmpty)
        {
            return Choose(context, subject);
        }

        var outer = context.Output.EnterBlock();
        foreach (var indent in Indents)
        {
            indent.Render(context);
        }

        var flow = Choose(context, subject);
        context.Output.LeaveBlock(outer);
        return flow;
    }

    private Flow Choose(RenderContext context, in Value subject)
    {
        foreach (ref readonly var branch in Branches.AsSpan())
        {
            foreach (var value in branch.Values)
            {
                var site = new OperatorSite(BinaryOperator.Equal, value.Span, value.Span);
                if (BinaryOperation.Apply(context, subject, value.Evaluate(context), site).IsTruthy)
                {
                    return branch.Body.Render(context);
                }
            }
        }

        return Else?.Render(context) ?? Flow.Next;
    }
}
