using System.Collections.Immutable;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>The values of one <c>when</c> and what runs for them.</summary>
internal readonly record struct CaseBranch(ImmutableArray<Expression> Values, Statement Body);

/// <summary><c>case v; when a, b; …; else; …; end</c>.</summary>
internal sealed record CaseStatement(TextSpan Span, Expression Subject, ImmutableArray<CaseBranch> Branches, Statement? Else)
    : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var subject = Subject.Evaluate(context);
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
