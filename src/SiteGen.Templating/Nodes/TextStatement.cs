using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Literal text: a slice of the source, copied.</summary>
internal sealed record TextStatement(TextSpan Span, ReadOnlyMemory<byte> Utf8) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        context.Output.Write(context, Utf8.Span);
        return Flow.Next;
    }
}
