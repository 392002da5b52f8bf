using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Localization;

/// <summary>A word of the theme in one language: one text, or one for each kind of number in it.</summary>
/// <param name="Text">What stands where no number is counted, and for every number without a form of its own.</param>
/// <param name="Forms">The texts by kind of number: <c>one</c>, <c>few</c> …</param>
internal sealed record TranslatedText(string Text, ImmutableArray<KeyValuePair<string, string>> Forms)
{
    /// <summary>The text for a kind of number.</summary>
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

/// <summary>A word under its name.</summary>
/// <param name="Name">The name by which templates ask for it.</param>
/// <param name="Word">What it says.</param>
/// <param name="IfSlip">The problem to report when it is nearly a word of the theme.</param>
internal sealed record TranslationEntry(string Name, TranslatedText Word, Diagnostic IfSlip);

/// <summary>The words of one file: of the theme, or of a site that says things in its own way.</summary>
/// <param name="Language">The language, as a tag.</param>
/// <param name="IsOfTheme">Whether it stands among the templates; the site's own files go before those.</param>
/// <param name="Words">The words, in the order written.</param>
/// <param name="Fingerprint">Stands for the file.</param>
internal sealed record TranslationFile(string Language, bool IsOfTheme, ImmutableArray<TranslationEntry> Words, Fingerprint Fingerprint);
