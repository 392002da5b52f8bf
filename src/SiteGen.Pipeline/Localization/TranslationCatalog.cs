using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Pipeline.Localization;

/// <summary>A translated word, and the language it was found in.</summary>
internal readonly record struct Translation(TranslatedText Word, string Language);

/// <summary>All words of the theme in one language; missing ones fall back to the site's language, then to English.</summary>
/// <param name="Words">The words by name.</param>
/// <param name="Fingerprint">The fingerprint of all of them.</param>
[DebuggerDisplay("{Words.Count} words")]
internal sealed record Translations(ImmutableSortedDictionary<string, Translation> Words, Fingerprint Fingerprint);

/// <summary>The words of the theme in all languages, with the overrides of the site.</summary>
internal sealed class TranslationCatalog
{
    private const string LastResort = "en";

    private readonly ILookup<string, TranslationFile> _files;

    private TranslationCatalog(ImmutableArray<TranslationFile> files, ImmutableArray<Diagnostic> problems)
    {
        _files = files.ToLookup(file => file.Language, StringComparer.Ordinal);
        Diagnostics = problems;
    }

    /// <summary>Warnings about names in the site's files that are probably misspelt.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>A catalog of these files.</summary>
    public static TranslationCatalog Create(ImmutableArray<TranslationFile> files)
    {
        var known = files.Where(file => file.IsOfTheme && file.Language == LastResort)
            .SelectMany(file => file.Words)
            .Select(word => word.Name)
            .ToHashSet(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        // Those of the program are spelt as the theme spells them, and are not read for this.
        var written = files.Where(file => !file.IsBuiltIn).SelectMany(file => file.Words);
        foreach (var word in written.Where(word => !known.Contains(word.Name)))
        {
            // Any other unknown name may be used by the site's own templates.
            if (known.Order(StringComparer.Ordinal).FirstOrDefault(name => Suggestion.IsOneSlip(word.Name, name)) is { } near)
            {
                problems.Add(word.IfSlip with { Hint = $"did you mean '{near}'?" });
            }
        }

        return new TranslationCatalog(files, problems.ToImmutable());
    }

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language, as a tag.</param>
    /// <param name="siteLanguage">The fallback language.</param>
    public Translations SetOf(string language, string siteLanguage)
    {
        var words = ImmutableSortedDictionary.CreateBuilder<string, Translation>(StringComparer.Ordinal);
        var fingerprint = Fingerprint.Compute("words");
        var tags = LanguageTag.WithParents(language).Concat(LanguageTag.WithParents(siteLanguage)).Append(LastResort);
        foreach (var tag in tags.Distinct(StringComparer.Ordinal))
        {
            foreach (var file in _files[tag].OrderBy(file => file.IsOfTheme).ThenBy(file => file.IsBuiltIn))
            {
                fingerprint = fingerprint.And(file.Fingerprint);
                // The last of several equal names in a file is used.
                foreach (var word in file.Words.Reverse())
                {
                    if (!words.ContainsKey(word.Name))
                    {
                        words.Add(word.Name, new Translation(word.Word, tag));
                    }
                }
            }
        }

        return new Translations(words.ToImmutable(), fingerprint);
    }
}
