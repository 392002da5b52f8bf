using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The language of the current page, and the theme's words in it.</summary>
[DebuggerDisplay("{Tag}")]
internal sealed class PageLanguage(PageScope scope, DependencyFingerprints fingerprints)
{
    /// <summary>The language of the current page, as a tag.</summary>
    public string Tag { get; private set; } = scope.Options.Language;

    /// <summary>The language other than the site's own that the current page belongs to, as a tag; null when there is none.</summary>
    public string? TranslatedInto { get; private set; }

    /// <summary>The theme's words in the language of the current page.</summary>
    public Translations Words => WordsIn(Tag);

    /// <summary>Starts a page.</summary>
    /// <param name="tag">The language of the page.</param>
    /// <param name="translatedInto">The language other than the site's own that it belongs to; null when there is none.</param>
    public void Begin(string tag, string? translatedInto) => (Tag, TranslatedInto) = (tag, translatedInto);

    /// <summary>The theme's words in a language.</summary>
    public Translations WordsIn(string language)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Words, DependencyFingerprints.IdOf(language).Low, 0));
        return fingerprints.WordsOf(language);
    }

    /// <summary>A word of the theme in the language of the current page, or a default when it has none.</summary>
    public string WordOr(string name, string otherwise) => Words.Words.TryGetValue(name, out var found) ? found.Word.Text : otherwise;

    /// <summary>The title of a taxonomy's overview: as the site sets it, else in the theme's words.</summary>
    public string TitleOf(Taxonomy taxonomy)
    {
        var isDefault = TaxonomyDefaults.Known.Contains(taxonomy.Options);
        return isDefault ? WordOr(taxonomy.Name, taxonomy.Options.Title) : taxonomy.Options.Title;
    }

    /// <summary>The link to a path translated into the language of the current page; null when there is none.</summary>
    public string? Translated(string url)
    {
        if (TranslatedInto is null)
        {
            return null;
        }

        var target = UrlPath.PrefixOf(TranslatedInto) + url;
        scope.Dependencies.Target(target);
        return scope.Routes.UrlOf(target) is { } found ? scope.Urls.Link(found) : null;
    }
}
