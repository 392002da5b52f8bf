using SiteGen.Templating.Values;

namespace SiteGen.Templating.Running;

/// <summary>A function as a value: one of the table, or one that a template defines.</summary>
internal abstract class Callable(string name)
{
    /// <summary>The name messages give it.</summary>
    public string Name { get; } = name;

    /// <summary>The function that a value is; only asked of functions.</summary>
    public static Callable From(in Value value) => (Callable)value.Reference!;

    /// <summary>The function as a value.</summary>
    public Value ToValue() => Value.OfFunction(this);

    /// <summary>Calls it with arguments that lie on the context's stack.</summary>
    public abstract Value Call(RenderContext context, in Arguments arguments);
}
