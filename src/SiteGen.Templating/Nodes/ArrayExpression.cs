using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A new list: <c>[1, 2]</c>.</summary>
internal sealed record ArrayExpression(TextSpan Span, ImmutableArray<Expression> Items) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        var list = new ArrayValue(Items.Length);
        foreach (var item in Items)
        {
            list.Add(item.Evaluate(context));
        }

        return Value.From(list);
    }
}
