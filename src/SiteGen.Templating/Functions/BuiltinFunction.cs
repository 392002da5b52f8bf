using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Functions;

/// <summary>A function of the table.</summary>
internal sealed class BuiltinFunction(string name, HostFunction function) : Callable(name)
{
    public override Value Call(RenderContext context, in Arguments arguments) => function.Body(context, []);
}
