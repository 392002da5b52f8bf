using System.Collections.Immutable;

namespace SiteGen.Templating.Values;

/// <summary>A read-only object that the host offers to templates: a member for a name, without reflection.</summary>
public interface IMembers
{
    /// <summary>The names a template may list, in the order in which it sees them.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Gives the member of a name; false when there is none.</summary>
    public bool TryGet(string name, out Value value);
}

/// <summary>An object that has its names and no others, so that asking for another is a slip and worth a warning.</summary>
public interface IClosedMembers : IMembers
{
    /// <summary>What messages call it: <c>a post</c>.</summary>
    public string Description { get; }
}
