using System.Collections.Immutable;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Calls;

/// <summary>Collects the built-in functions, one line each.</summary>
internal sealed class FunctionList
{
    private readonly ImmutableSortedDictionary<string, Callable>.Builder _functions =
        ImmutableSortedDictionary.CreateBuilder<string, Callable>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Callable> Functions => _functions.ToImmutable();

    public void Add(string name, FunctionBody body, params ReadOnlySpan<Parameter> parameters) =>
        _functions.Add(name, new BuiltinFunction(name, HostFunction.Create(body, parameters)));

    public void Add(string name, HostFunction function) => _functions.Add(name, new BuiltinFunction(name, function));

    public void Add(Callable function) => _functions.Add(function.Name, function);
}
