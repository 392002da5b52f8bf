using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>Carries the error that stops a render from where it is found to <see cref="RenderContext.Render"/>.</summary>
/// <remarks>
/// The only exception of the engine; it never leaves Render. An error path through every expression would slow down every
/// successful page.
/// </remarks>
internal sealed class TemplateFailure(Diagnostic? problem) : Exception
{
    /// <summary>The error; null if it was already reported by the parser.</summary>
    public Diagnostic? Problem => problem;
}
