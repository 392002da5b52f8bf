using SiteGen.Text;

namespace SiteGen.Templating.Running;

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

/// <summary>A block that a function runs where it says <c>$$</c>, and the source it stands in.</summary>
internal readonly record struct WrappedBlock(Statement Body, SourceText Source);
