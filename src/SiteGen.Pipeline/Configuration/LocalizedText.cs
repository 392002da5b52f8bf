using System.Collections.Immutable;
using System.Diagnostics;

namespace SiteGen.Pipeline.Configuration;

/// <summary>A text of the options, which may be written in several languages.</summary>
/// <param name="Text">The text for languages that have none of their own.</param>
/// <param name="Translations">The texts by language, as tags.</param>
[DebuggerDisplay("{Text}")]
public sealed record LocalizedText(string Text, ImmutableSortedDictionary<string, string> Translations)
{
    /// <summary>A text in one language only.</summary>
    public LocalizedText(string text)
        : this(text, ImmutableSortedDictionary<string, string>.Empty)
    {
    }

    /// <summary>The text in a language, or in the language without its region.</summary>
    /// <param name="language">The language, as a tag.</param>
    public string In(string language) => Translations.IsEmpty ? Text
        : Translations.TryGetValue(language, out var text) || Translations.TryGetValue(language.Split('-')[0], out text) ? text : Text;
}
