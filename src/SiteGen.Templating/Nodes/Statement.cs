using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>How control goes on behind a statement.</summary>
internal enum Flow : byte
{
    Next,
    Break,
    Continue,
    Return,
}

/// <summary>A piece of a template that does something.</summary>
internal abstract record Statement(TextSpan Span)
{
    /// <summary>Runs it.</summary>
    public abstract Flow Render(RenderContext context);
}
