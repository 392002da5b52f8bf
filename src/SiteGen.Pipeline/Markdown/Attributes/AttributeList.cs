using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>The attributes of an element as other programs write them: <c>{#id .class}</c>, <c>{: .class #id key="value"}</c>.</summary>
/// <remarks>
/// Hugo (Goldmark attributes), Pandoc (Extension: header_attributes, link_attributes) and kramdown (inline attribute lists) differ in
/// where they stand; what stands in the braces is the same, but for the colon of kramdown.
/// </remarks>
internal sealed record AttributeList(
    string? Id, ImmutableArray<string> Classes, ImmutableArray<KeyValuePair<string, string>> Properties, bool HasColon)
{
    /// <summary>Reads a list from its opening brace to the brace that ends the text.</summary>
    public static AttributeList? Parse(ReadOnlySpan<char> text) =>
        Parse(text, out var length) is { } list && length == text.Length ? list : null;

    /// <summary>Reads a list at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of the list, braces included.</param>
    /// <returns>Null when the text does not start with a list.</returns>
    public static AttributeList? Parse(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text is not ['{', _, _, ..])
        {
            return null;
        }

        var hasColon = text[1] == ':';
        var (at, list) = (hasColon ? 2 : 1, new AttributeList(null, [], [], hasColon));
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at < text.Length && text[at] == '}')
            {
                length = at + 1;
                return list.IsEmpty ? null : list;
            }

            if (!list.TryRead(text, ref at, out list))
            {
                return null;
            }
        }
    }

    private bool IsEmpty => Id is null && Classes.IsEmpty && Properties.IsEmpty;

    /// <summary>Whether there are only names, which no prose has alone in braces.</summary>
    public bool HasOnlyNames => Properties.IsEmpty;

    /// <summary>Gives the attributes to an element; of an id and a property the later counts.</summary>
    /// <param name="target">The element.</param>
    /// <param name="withProperties">Whether it gets more than its id and its classes.</param>
    public void ApplyTo(MarkdownObject target, bool withProperties)
    {
        var attributes = target.GetAttributes();
        attributes.Id = Id ?? attributes.Id;
        foreach (var name in Classes)
        {
            attributes.AddClass(name);
        }

        foreach (var (key, value) in withProperties ? Properties : [])
        {
            attributes.Properties?.RemoveAll(known => known.Key == key);
            attributes.AddProperty(key, value);
        }
    }

    private bool TryRead(ReadOnlySpan<char> text, ref int at, out AttributeList list)
    {
        list = this;
        if (at >= text.Length)
        {
            return false;
        }

        if (text[at] is '#' or '.')
        {
            var name = NameAt(text[(at + 1)..]);
            list = text[at] == '#' ? this with { Id = name } : this with { Classes = Classes.Add(name) };
            at += 1 + name.Length;
            return name.Length > 0;
        }

        if (!TryReadProperty(text, ref at, out var property))
        {
            return false;
        }

        list = this with { Properties = Properties.Add(property.Value) };
        return true;
    }

    private static bool TryReadProperty(ReadOnlySpan<char> text, ref int at, [NotNullWhen(true)] out KeyValuePair<string, string>? property)
    {
        property = null;
        var key = NameAt(text[at..]);
        var start = at + key.Length + 1;
        if (key.Length == 0 || !char.IsAsciiLetter(key[0]) || start >= text.Length || text[start - 1] != '=')
        {
            return false;
        }

        var quote = text[start] is '"' or '\'' ? text[start] : ' ';
        var from = quote == ' ' ? start : start + 1;
        var length = quote == ' ' ? text[from..].IndexOfAny(' ', '}') : text[from..].IndexOf(quote);
        if (length < 0)
        {
            return false;
        }

        property = PropertyOf(key.ToLowerInvariant(), text.Slice(from, length).ToString());
        at = from + length + (quote == ' ' ? 0 : 1);
        return true;
    }

    // HTML has whole numbers there (HTML, Dimension attributes); Pandoc's '50%' is a matter of style.
    private static KeyValuePair<string, string> PropertyOf(string key, string value) =>
        key is not ("width" or "height") ? new(key, value)
        : value.EndsWith("px", StringComparison.Ordinal) ? new(key, value[..^2])
        : value.All(char.IsAsciiDigit) ? new(key, value)
        : new("style", $"{key}:{value}");

    private static string NameAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_' or ':'))
        {
            length++;
        }

        return text[..length].ToString();
    }
}
