using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Functions;

/// <summary>The functions that templates can call, by name: <c>include</c>, <c>string.upcase</c>.</summary>
/// <remarks>Immutable; a host adds its own with <see cref="With"/> when it starts.</remarks>
public sealed class FunctionTable
{
    private readonly ImmutableSortedDictionary<string, Callable> _functions;
    private FrozenDictionary<string, Value>? _roots;

    private FunctionTable(ImmutableSortedDictionary<string, Callable> functions) => _functions = functions;

    /// <summary>The functions of the language.</summary>
    public static FunctionTable Builtin { get; } = new(BuiltinFunctions.All());

    /// <summary>The full names of all functions, in order.</summary>
    public IEnumerable<string> Names => _functions.Keys;

    /// <summary>This table with one more function; a dot in the name puts it into a group.</summary>
    public FunctionTable With(string name, HostFunction function) =>
        new(_functions.SetItem(name, new BuiltinFunction(name, function)));

    /// <summary>Finds what a plain name means: a function or a group of functions.</summary>
    internal bool TryGet(string name, out Value value) => (_roots ??= Group(_functions)).TryGetValue(name, out value);

    private static FrozenDictionary<string, Value> Group(ImmutableSortedDictionary<string, Callable> functions)
    {
        var roots = new Dictionary<string, Value>(StringComparer.Ordinal);
        var groups = new Dictionary<string, Dictionary<string, Value>>(StringComparer.Ordinal);
        var own = new Dictionary<string, Callable>(StringComparer.Ordinal);
        foreach (var (name, function) in functions)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                own.Add(name, function);
                continue;
            }

            if (!groups.TryGetValue(name[..dot], out var members))
            {
                groups.Add(name[..dot], members = new Dictionary<string, Value>(StringComparer.Ordinal));
            }

            members.Add(name[(dot + 1)..], Value.Of(function));
        }

        foreach (var (name, members) in groups)
        {
            roots.Add(name, Value.Of(new FunctionGroup(name, members.ToFrozenDictionary(StringComparer.Ordinal), own.GetValueOrDefault(name))));
        }

        foreach (var (name, function) in own)
        {
            roots.TryAdd(name, Value.Of(function));
        }

        return roots.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
