namespace SiteGen.Templating.Values;

/// <summary>A read-only list that the host offers to templates; items are created on demand.</summary>
public interface IItems
{
    /// <summary>The number of items.</summary>
    public int Count { get; }

    /// <summary>The item at an index from 0 to <see cref="Count"/> - 1.</summary>
    public Value this[int index] { get; }
}
