using System.Collections.Immutable;

namespace SiteGen.Templating.Values;

/// <summary>A list of texts.</summary>
internal sealed class TextItems(ImmutableArray<string> texts) : IItems
{
    public int Count => texts.Length;

    public Value this[int index] => Value.From(texts[index]);
}
