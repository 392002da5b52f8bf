using System.Collections.Immutable;
using System.Diagnostics;

namespace SiteGen.Templating.Values;

/// <summary>An object created by a template: members in the order of their first assignment.</summary>
[DebuggerDisplay("{Count} members: {string.Join(\", \", Names)}")]
internal sealed class ObjectValue : IMembers
{
    // For a handful of names, comparing is faster than hashing.
    private const int IndexFrom = 12;

    private string[] _names = [];
    private Value[] _values = [];
    private Dictionary<string, int>? _index;
    private HashSet<string>? _readOnly;

    public int Count { get; private set; }

    public ImmutableArray<string> Names => ImmutableArray.Create(_names.AsSpan(0, Count));

    public ReadOnlySpan<Value> Values => _values.AsSpan(0, Count);

    public bool TryGet(string name, out Value value)
    {
        var at = IndexOf(name);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    public void Set(string name, in Value value)
    {
        var at = IndexOf(name);
        if (at < 0)
        {
            at = Append(name);
        }

        _values[at] = value;
    }

    public bool IsReadOnly(string name) => _readOnly is not null && _readOnly.Contains(name);

    public void MarkReadOnly(string name) => (_readOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>Removes all members and keeps the capacity.</summary>
    public void Clear()
    {
        Array.Clear(_names, 0, Count);
        Array.Clear(_values, 0, Count);
        Count = 0;
        _index?.Clear();
        _index = null;
        _readOnly = null;
    }

    private int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(name, out var at) ? at : -1;
        }

        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(_names[i], name) || _names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private int Append(string name)
    {
        if (Count == _names.Length)
        {
            var room = Count == 0 ? 4 : Count * 2;
            Array.Resize(ref _names, room);
            Array.Resize(ref _values, room);
        }

        _names[Count] = name;
        if (_index is not null)
        {
            _index.Add(name, Count);
        }
        else if (Count + 1 >= IndexFrom)
        {
            _index = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i <= Count; i++)
            {
                _index.Add(_names[i], i);
            }
        }

        return Count++;
    }
}
