namespace SiteGen.Templating.Values;

/// <summary>Whole numbers from one to another, counted up or down, made when asked for.</summary>
internal sealed class RangeItems(long start, int count, int step) : IItems
{
    public int Count => count;

    public Value this[int index] => Value.OfInteger(start + ((long)index * step));
}
