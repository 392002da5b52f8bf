using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Functions;

/// <summary>The functions behind one name and a dot: <c>string</c>, <c>array</c>.</summary>
/// <remarks>Shared by all renders, therefore read-only. <c>date</c> is also a function by itself.</remarks>
internal sealed class FunctionGroup(string name, FrozenDictionary<string, Value> members, Callable? self) : IMembers
{
    public string Name => name;

    /// <summary>The function that the group's own name calls, if any.</summary>
    public Callable? Self => self;

    public ImmutableArray<string> Names { get; } = [.. members.Keys.Order(StringComparer.Ordinal)];

    public bool TryGet(string name, out Value value) => members.TryGetValue(name, out value);
}
