using System.Collections.Immutable;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Reads the value of a key into the fields of a post; what cannot be used is reported to the values.</summary>
internal delegate FrontMatterFields FieldReader(FrontMatterFields fields, YamlEntry entry, FieldValues values);

/// <summary>Whether the value of a key is a text that people read, and how it is written.</summary>
internal enum TextForm
{
    /// <summary>No text: a date, a number, an address, a name in a program.</summary>
    None,

    /// <summary>Plain text: hashtags are kept, HTML entities stand for their characters.</summary>
    Plain,

    /// <summary>Markdown: hashtags are kept, and its reader decodes the entities.</summary>
    Markdown,
}

/// <summary>One row of the table of front matter keys.</summary>
/// <param name="Name">The name that messages and the guide use; keys are compared without case, <c>-</c> and <c>_</c>.</param>
/// <param name="Aliases">Other names, most of them from other generators.</param>
/// <param name="Read">Reads its value.</param>
internal sealed record FrontMatterKey(string Name, ImmutableArray<string> Aliases, FieldReader Read)
{
    /// <summary>What its value may be.</summary>
    public ValueShape Shape { get; init; } = ValueShape.Text;

    /// <summary>Whether its location is recorded, for messages that need all posts to be known.</summary>
    public bool IsLocated { get; init; }

    /// <summary>Whether it holds a text that people read.</summary>
    public TextForm Text { get; init; }

    /// <summary>Whether it is suggested for a misspelt key; not if other generators have a key of nearly the same spelling.</summary>
    public bool IsSuggested { get; init; } = true;

    /// <summary>The name and the aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    /// <summary>The normal form in which keys are compared.</summary>
    public static string Normalize(string key) =>
        key.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
