using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Running;

/// <summary>The functions that templates can call, by name: <c>include</c>, <c>string.upcase</c>.</summary>
/// <remarks>Immutable.</remarks>
public sealed class FunctionTable
{
    private readonly ImmutableSortedDictionary<string, Callable> _functions;
    private FrozenDictionary<string, Value>? _roots;

    internal FunctionTable(ImmutableSortedDictionary<string, Callable> functions) => _functions = functions;

    /// <summary>The full names of all functions, in order.</summary>
    public IEnumerable<string> Names => _functions.Keys;

    /// <summary>This table with one more function; a dot in the name puts it into a group.</summary>
    internal FunctionTable With(Callable function) => new(_functions.SetItem(function.Name, function));

    /// <summary>Looks up a plain name: a function or a group of functions.</summary>
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

            members.Add(name[(dot + 1)..], function.ToValue());
        }

        foreach (var (name, members) in groups)
        {
            roots.Add(
                name,
                Value.From(new FunctionGroup(name, members.ToFrozenDictionary(StringComparer.Ordinal), own.GetValueOrDefault(name))));
        }

        foreach (var (name, function) in own)
        {
            roots.TryAdd(name, function.ToValue());
        }

        return roots.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>The functions behind one name and a dot: <c>string</c>, <c>array</c>.</summary>
/// <remarks>Shared by all renders, therefore read-only. <c>date</c> is also a function by itself.</remarks>
internal sealed class FunctionGroup(string name, FrozenDictionary<string, Value> members, Callable? self) : IMembers
{
    public string Name => name;

    /// <summary>The function called by the group's own name; null if there is none.</summary>
    public Callable? Self => self;

    public ImmutableArray<string> Names { get; } = [.. members.Keys.Order(StringComparer.Ordinal)];

    public bool TryGet(string name, out Value value) => members.TryGetValue(name, out value);
}
