using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>capture target … end</c>: what is printed inside becomes a value.</summary>
internal sealed record CaptureStatement(TextSpan Span, Expression Target, Statement Body) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Output.PushIndentedCapture();
        var flow = Body.Render(context);
        Target.Assign(context, context.Output.PopCapture(context.EscapesHtml ? Markup.Html : Markup.None));
        return flow;
    }
}
