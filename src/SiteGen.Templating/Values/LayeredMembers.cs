using System.Collections.Immutable;

namespace SiteGen.Templating.Values;

/// <summary>An object of the host with what templates assign laid over it; the host's stays as it is.</summary>
internal sealed class LayeredMembers : IMembers
{
    private IMembers _base = NoMembers.Instance;

    /// <summary>What was assigned.</summary>
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

    /// <summary>Starts anew over another object.</summary>
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
