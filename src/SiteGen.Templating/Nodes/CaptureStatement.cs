using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>capture target … end</c>: what is printed inside becomes a value.</summary>
/// <remarks>A <c>ret</c> inside ends the page or function, whose result is then null.</remarks>
internal sealed record CaptureStatement(TextSpan Span, Expression Target, Statement Body) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Output.PushIndentedCapture();
        var flow = Body.Render(context);
        context.Returned = flow == Flow.Return ? Value.Nil : context.Returned;
        Target.Assign(context, context.Output.PopCapture(context.EscapesHtml ? Markup.Html : Markup.None));
        return flow;
    }
}
