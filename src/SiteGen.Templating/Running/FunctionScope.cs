using SiteGen.Templating.Values;

namespace SiteGen.Templating.Running;

/// <summary>The variables of one running call of a function with parameters.</summary>
/// <remarks>An anonymous function defined in the call sees it as long as the call runs.</remarks>
internal sealed class FunctionScope(FunctionScope? parent)
{
    public FunctionScope? Parent => parent;

    public ObjectValue Members { get; } = new();

    public bool IsActive { get; set; } = true;
}
