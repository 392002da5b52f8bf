using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A value that goes through functions from left to right: <c>v | f | g a</c>.</summary>
/// <remarks>A list and not a tree, so that a long pipe needs no deeper stack than a short one.</remarks>
internal sealed record PipeExpression(TextSpan Span, Expression Input, ImmutableArray<CallExpression> Stages) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        Budget.CheckStack(context, Span);
        var value = Input.Evaluate(context);
        foreach (var stage in Stages)
        {
            value = stage.Pipe(context, value);
        }

        return value;
    }
}
