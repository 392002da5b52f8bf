using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>The object that plain assignments write to: <c>this</c>.</summary>
internal sealed record ThisExpression(TextSpan Span) : Expression(Span)
{
    public override Value Evaluate(RenderContext context) => Value.From(context.Variables.Current);
}
