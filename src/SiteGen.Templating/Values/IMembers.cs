using System.Collections.Immutable;

namespace SiteGen.Templating.Values;

/// <summary>A read-only object that the host offers to templates: members by name, without reflection.</summary>
public interface IMembers
{
    /// <summary>The names that a template can enumerate, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Gets a member by name; false if there is none.</summary>
    public bool TryGet(string name, out Value value);
}

/// <summary>An object with a fixed set of names: reading any other name is a mistake and gets a warning.</summary>
public interface IClosedMembers : IMembers
{
    /// <summary>What messages call it: <c>a post</c>.</summary>
    public string Description { get; }
}
