using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Pipeline.Localization;

/// <summary>A word of the theme in one language: one text, or one for each plural category.</summary>
/// <param name="Text">The text without a number, and for plural categories without a text of their own.</param>
/// <param name="Forms">The texts by plural category: <c>one</c>, <c>few</c> …</param>
internal sealed record TranslatedText(string Text, ImmutableArray<KeyValuePair<string, string>> Forms)
{
    /// <summary>The text for a plural category.</summary>
    public string For(string kind)
    {
        foreach (var form in Forms)
        {
            if (form.Key == kind)
            {
                return form.Value;
            }
        }

        return Text;
    }
}

/// <summary>A named word.</summary>
/// <param name="Name">The name that templates use.</param>
/// <param name="Word">Its text.</param>
/// <param name="IfSlip">The problem to report when it looks like a misspelt word of the theme.</param>
internal sealed record TranslationEntry(string Name, TranslatedText Word, Diagnostic IfSlip);

/// <summary>The translations in one file, of the theme or of the site.</summary>
/// <param name="Language">The language, as a tag.</param>
/// <param name="IsOfTheme">Whether it belongs to the theme; the site's own files override those.</param>
/// <param name="Entries">The words, in the order written; those of the program are read when they are asked for.</param>
/// <param name="Fingerprint">The fingerprint of the file.</param>
[DebuggerDisplay("{Language,nq}")]
internal sealed record TranslationFile(
    string Language, bool IsOfTheme, Lazy<ImmutableArray<TranslationEntry>> Entries, Fingerprint Fingerprint)
{
    /// <summary>The words, in the order written.</summary>
    public ImmutableArray<TranslationEntry> Words => Entries.Value;

    /// <summary>Whether it is part of the program: a theme in a folder has words over these.</summary>
    public bool IsBuiltIn { get; init; }
}
