using System.Collections.Immutable;

namespace SiteGen.Templating.Values;

/// <summary>A host object with a layer of members assigned by templates; the host's object is not changed.</summary>
internal sealed class LayeredMembers : IMembers
{
    private IMembers _base = NoMembers.Instance;

    /// <summary>The assigned members.</summary>
    public ObjectValue Own { get; } = new();

    public ImmutableArray<string> Names
    {
        get
        {
            if (Own.Count == 0)
            {
                return _base.Names;
            }

            var names = _base.Names.ToBuilder();
            foreach (var name in Own.Names)
            {
                if (!_base.TryGet(name, out _))
                {
                    names.Add(name);
                }
            }

            return names.ToImmutable();
        }
    }

    public bool TryGet(string name, out Value value) => Own.TryGet(name, out value) || _base.TryGet(name, out value);

    /// <summary>Resets the layer over another object.</summary>
    public void Reset(IMembers members)
    {
        _base = members;
        Own.Clear();
    }

    private sealed class NoMembers : IMembers
    {
        public static NoMembers Instance { get; } = new();

        public ImmutableArray<string> Names => [];

        public bool TryGet(string name, out Value value)
        {
            value = default;
            return false;
        }
    }
}
