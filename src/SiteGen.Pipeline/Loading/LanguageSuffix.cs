using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Loading;

/// <summary>Recognizes translations by the suffixes of their names: <c>post.fr.md</c>, <c>index.es.md</c>.</summary>
/// <remarks>A suffix is one of the site's languages, or any common one if a file with the same name but without it exists.</remarks>
internal static class LanguageSuffix
{
    /// <summary>The files, with the language of posts and pages set from their suffix.</summary>
    public static ImmutableArray<SourceFile> MarkTranslations(ImmutableArray<SourceFile> files, SiteOptions options)
    {
        if (!files.Any(file => MayHave(file)))
        {
            return files;
        }

        var stems = files.Where(IsContent).Select(file => StemOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        return [.. files.Select(file => MayHave(file) && LanguageOf(StemOf(file.Path), options, stems) is { } tag
            ? file with { Language = tag, Stamp = file.Stamp.And(tag) }
            : file)];
    }

    /// <summary>A path without its extension.</summary>
    public static string StemOf(string path) => path[..path.LastIndexOf('.')];

    private static bool IsContent(SourceFile file) => file.Kind is SourceKind.Post or SourceKind.Page;

    private static bool MayHave(SourceFile file)
    {
        if (!IsContent(file))
        {
            return false;
        }

        var name = file.Path.AsSpan(file.Path.LastIndexOf('/') + 1);
        return name[..name.LastIndexOf('.')].LastIndexOf('.') > 0;
    }

    private static string? LanguageOf(string stem, SiteOptions options, HashSet<string> stems)
    {
        var dot = stem.LastIndexOf('.');
        if (LanguageTag.Normalize(stem[(dot + 1)..]) is not { } tag)
        {
            return null;
        }

        if (tag == options.Language || tag == LanguageTag.PrimaryOf(options.Language))
        {
            return options.Language;
        }

        var isOfSite = options.Languages.Any(language => language == tag || LanguageTag.PrimaryOf(language) == tag);
        return isOfSite || (LanguageTag.IsCommon(tag) && stems.Contains(stem[..dot])) ? tag : null;
    }
}
