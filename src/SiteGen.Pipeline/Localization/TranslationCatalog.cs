using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Localization;

/// <summary>A word, and the language that it is found in.</summary>
internal readonly record struct Translation(TranslatedText Word, string Language);

/// <summary>All words of the theme in one language; what is not said in it is said in the site's, or else in English.</summary>
/// <param name="Words">The words by name.</param>
/// <param name="Fingerprint">Stands for all of them.</param>
internal sealed record Translations(ImmutableSortedDictionary<string, Translation> Words, Fingerprint Fingerprint);

/// <summary>The words of the theme in all languages, and what sites say in their own way.</summary>
internal sealed class TranslationCatalog
{
    private const string LastResort = "en";

    private readonly ILookup<string, TranslationFile> _files;

    private TranslationCatalog(ImmutableArray<TranslationFile> files, ImmutableArray<Diagnostic> problems)
    {
        _files = files.ToLookup(file => file.Language, StringComparer.Ordinal);
        Diagnostics = problems;
    }

    /// <summary>Names in the site's files that are probably slips.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The words of these files.</summary>
    public static TranslationCatalog Create(ImmutableArray<TranslationFile> files)
    {
        var known = files.Where(file => file.IsOfTheme && file.Language == LastResort).SelectMany(file => file.Words).Select(word => word.Name).ToHashSet(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var word in files.SelectMany(file => file.Words).Where(word => !known.Contains(word.Name)))
        {
            // Any other name may be a word of the site's own templates.
            if (known.Order(StringComparer.Ordinal).FirstOrDefault(name => Suggestion.IsOneSlip(word.Name, name)) is { } near)
            {
                problems.Add(word.IfSlip with { Hint = $"did you mean '{near}'?" });
            }
        }

        return new TranslationCatalog(files, problems.ToImmutable());
    }

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language, as a tag.</param>
    /// <param name="siteLanguage">The language to look in for what is missing.</param>
    public Translations SetOf(string language, string siteLanguage)
    {
        var words = ImmutableSortedDictionary.CreateBuilder<string, Translation>(StringComparer.Ordinal);
        var print = Fingerprint.Compute("words");
        foreach (var tag in LanguageTag.WithParents(language).Concat(LanguageTag.WithParents(siteLanguage)).Append(LastResort).Distinct(StringComparer.Ordinal))
        {
            foreach (var file in _files[tag].OrderBy(file => file.IsOfTheme))
            {
                print = print.And(file.Fingerprint);
                // Of a name that stands twice in a file, the later counts.
                foreach (var word in file.Words.Reverse())
                {
                    if (!words.ContainsKey(word.Name))
                    {
                        words.Add(word.Name, new Translation(word.Word, tag));
                    }
                }
            }
        }

        return new Translations(words.ToImmutable(), print);
    }
}
