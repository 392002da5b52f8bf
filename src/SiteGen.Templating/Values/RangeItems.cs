namespace SiteGen.Templating.Values;

/// <summary>A range of integers, ascending or descending, computed on demand.</summary>
internal sealed class RangeItems(long start, int count, int step) : IItems
{
    public int Count => count;

    public Value this[int index] => Value.OfInteger(start + ((long)index * step));
}
