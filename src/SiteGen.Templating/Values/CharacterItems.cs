namespace SiteGen.Templating.Values;

/// <summary>The characters of a text, each a text of one UTF-16 unit.</summary>
internal sealed class CharacterItems(string text) : IItems
{
    public int Count => text.Length;

    public Value this[int index] => Value.From(text.Substring(index, 1));
}
