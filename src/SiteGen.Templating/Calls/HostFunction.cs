using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Calls;

/// <summary>The body of a function.</summary>
/// <remarks>
/// The arguments are complete and converted to the parameters' kinds; those of a rest parameter come last. The
/// span is valid during the call. A problem is reported with <see cref="RenderContext.Fail(string, string?)"/>, which stops the render.
/// </remarks>
public delegate Value FunctionBody(RenderContext context, ReadOnlySpan<Value> arguments);

/// <summary>A function that templates can call: its parameters and its body.</summary>
/// <remarks>Arity, names and types of arguments are checked before the body runs, with uniform messages.</remarks>
public sealed class HostFunction
{
    private HostFunction(FunctionBody body, ImmutableArray<Parameter> parameters)
    {
        Body = body;
        Parameters = parameters;
    }

    /// <summary>The body, called with checked arguments.</summary>
    public FunctionBody Body { get; }

    /// <summary>The parameters, in order; optional ones last, a rest parameter at the very end.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>Creates a function with these parameters.</summary>
    public static HostFunction Create(FunctionBody body, params ReadOnlySpan<Parameter> parameters) =>
        new(body, [.. parameters]);
}

/// <summary>Adds functions of the host to a table.</summary>
public static class HostFunctions
{
    /// <summary>A table with one more function; a dot in the name puts it into a group.</summary>
    public static FunctionTable With(this FunctionTable table, string name, HostFunction function) =>
        table.With(new BuiltinFunction(name, function));
}
