using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Loading;

/// <summary>Tells which files are translations by the endings of their names: <c>post.fr.md</c>, <c>index.es.md</c>.</summary>
/// <remarks>An ending is a language that the site names, or any common one where the same name without it is there too.</remarks>
internal static class LanguageSuffix
{
    /// <summary>The files, posts and pages with the language of their ending.</summary>
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

    /// <summary>A path without its last ending.</summary>
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

        return options.Languages.Any(language => language == tag || LanguageTag.PrimaryOf(language) == tag) || (LanguageTag.IsCommon(tag) && stems.Contains(stem[..dot])) ? tag : null;
    }
}
