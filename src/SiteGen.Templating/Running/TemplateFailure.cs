using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>Carries the error that stops a render from where it is found to <see cref="RenderContext.Render"/>.</summary>
/// <remarks>
/// The only exception of the engine; it never leaves Render. It spares every expression a path for errors, which would
/// cost each successful page.
/// </remarks>
internal sealed class TemplateFailure(Diagnostic? problem) : Exception
{
    /// <summary>The error; null when it was reported already, when the template was parsed.</summary>
    public Diagnostic? Problem => problem;
}
