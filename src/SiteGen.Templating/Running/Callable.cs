using SiteGen.Templating.Values;

namespace SiteGen.Templating.Running;

/// <summary>A function value: built in, from the host, or defined by a template.</summary>
internal abstract class Callable(string name)
{
    /// <summary>The name in messages.</summary>
    public string Name { get; } = name;

    /// <summary>The function of a value, which must be one.</summary>
    public static Callable From(in Value value) => (Callable)value.Reference!;

    /// <summary>The function as a value.</summary>
    public Value ToValue() => Value.OfFunction(this);

    /// <summary>Calls it with arguments on the context's stack.</summary>
    public abstract Value Call(RenderContext context, in Arguments arguments);
}
