using System.Globalization;

namespace SiteGen.Templating.Values;

/// <summary>The characters of a text, one for each UTF-16 unit.</summary>
internal sealed class CharacterItems(string text) : IItems
{
    public int Count => text.Length;

    public Value this[int index] => Value.From(At(text, index));

    /// <summary>One character. A surrogate pair is at its first unit, and nothing at its second: half a pair cannot be written.</summary>
    public static string At(string text, int index) =>
        !char.IsSurrogate(text[index]) ? text[index].ToString(CultureInfo.InvariantCulture)
        : IsInsidePair(text, index) ? ""
        : text.Substring(index, IsInsidePair(text, index + 1) ? 2 : 1);

    /// <summary>Whether a place is between the units of a surrogate pair.</summary>
    public static bool IsInsidePair(string text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);
}
