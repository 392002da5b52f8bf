using System.Collections.Immutable;

namespace SiteGen.Templating.Values;

/// <summary>The members of an object as a list of objects with a key and a value.</summary>
internal sealed class PairItems(IMembers members) : IItems
{
    private readonly ImmutableArray<string> _names = members.Names;

    public int Count => _names.Length;

    public Value this[int index] =>
        Value.From(new Pair(_names[index], members.TryGet(_names[index], out var value) ? value : Value.Nil));

    private sealed class Pair(string key, Value value) : IMembers
    {
        private static readonly ImmutableArray<string> s_names = ["key", "value"];

        public ImmutableArray<string> Names => s_names;

        public bool TryGet(string name, out Value found)
        {
            found = name == "key" ? Value.From(key) : value;
            return name is "key" or "value";
        }
    }
}
