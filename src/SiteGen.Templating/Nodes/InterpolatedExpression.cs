using System.Collections.Immutable;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A text with holes: <c>$"{a} and {b}"</c>.</summary>
internal sealed record InterpolatedExpression(TextSpan Span, ImmutableArray<Expression> Parts) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        var joined = Value.From("");
        foreach (var part in Parts)
        {
            joined = TextOperations.Join(context, joined, part.Evaluate(context));
        }

        return joined;
    }
}
