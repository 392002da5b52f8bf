using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A value written in the template.</summary>
internal sealed record LiteralExpression(TextSpan Span, Value Value) : Expression(Span)
{
    public override Value Evaluate(RenderContext context) => Value;
}
