using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>Where control continues after a statement.</summary>
internal enum Flow : byte
{
    Next,
    Break,
    Continue,
    Return,
}

/// <summary>A statement node.</summary>
internal abstract record Statement(TextSpan Span)
{
    /// <summary>Runs it.</summary>
    public abstract Flow Render(RenderContext context);
}

/// <summary>A block that a function runs as <c>$$</c>, and its source.</summary>
internal readonly record struct WrappedBlock(Statement Body, SourceText Source);
