using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A condition and what runs when it holds.</summary>
internal readonly record struct IfBranch(Expression Test, Statement Body);

/// <summary><c>if … else if … else … end</c>.</summary>
internal sealed record IfStatement(TextSpan Span, ImmutableArray<IfBranch> Branches, Statement? Else) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        foreach (ref readonly var branch in Branches.AsSpan())
        {
            if (branch.Test.Evaluate(context).IsTruthy)
            {
                return branch.Body.Render(context);
            }
        }

        return Else?.Render(context) ?? Flow.Next;
    }
}
