using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SiteGen.Templating.Values;

/// <summary>A list created by a template; mutable, and may have named members.</summary>
[DebuggerDisplay("{Count} items")]
internal sealed class ArrayValue : IItems
{
    private readonly List<Value> _items;
    private ObjectValue? _members;

    public ArrayValue() => _items = [];

    public ArrayValue(int capacity) => _items = new List<Value>(capacity);

    public int Count => _items.Count;

    public ImmutableArray<string> MemberNames => _members?.Names ?? [];

    public ReadOnlySpan<Value> Span => CollectionsMarshal.AsSpan(_items);

    public Value this[int index] => _items[index];

    public void Add(in Value value) => _items.Add(value);

    /// <summary>Sets an item; the list is padded with nulls up to the index.</summary>
    public void Set(int index, in Value value)
    {
        while (_items.Count <= index)
        {
            _items.Add(Value.Nil);
        }

        _items[index] = value;
    }

    public void Insert(int index, in Value value) => _items.Insert(index, value);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    public void Reverse() => _items.Reverse();

    public bool TryGetMember(string name, out Value value)
    {
        value = default;
        return _members is not null && _members.TryGet(name, out value);
    }

    public void SetMember(string name, in Value value) => (_members ??= new ObjectValue()).Set(name, value);
}
