using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Localization;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>What other pages may use of a post; depends only on its own file and the options.</summary>
[DebuggerDisplay("{Path,nq} → {Url,nq}")]
internal sealed record PostHead
{
    private readonly string? _title;
    private readonly string? _slug;

    /// <summary>The head of the post in a file.</summary>
    public PostHead(SourceFile file) =>
        (Path, Id, IsPage, PathInRoot) = (file.Path, file.Id, file.Kind == SourceKind.Page, file.RelativePath);

    /// <summary>The source's path, relative to the site.</summary>
    public string Path { get; }

    /// <summary>Identifies the path, the same in every build.</summary>
    public ulong Id { get; }

    /// <summary>Whether it is a page, which no list of posts contains.</summary>
    public bool IsPage { get; }

    /// <summary>The source's path, relative to the folder of all posts or pages.</summary>
    public string PathInRoot { get; }

    /// <summary>The title, as plain text; set to null when it is that of the front matter.</summary>
    [AllowNull]
    public required string Title
    {
        get => _title ?? Front.Page.Title ?? "";
        init => _title = value;
    }

    /// <summary>When it was published, in the site's time zone; null when not set.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>The URL path from the site's root, without the base path: starts with <c>/</c>, not encoded.</summary>
    public required string Url { get; init; }

    /// <summary>The last segment of the URL; set to null when it is that of the front matter.</summary>
    [AllowNull]
    public required string Slug
    {
        get => _slug ?? Front.Page.Slug ?? "";
        init => _slug = value;
    }

    /// <summary>Its language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The language in its file name when it is a translation; null for an original.</summary>
    public required string? TranslatedInto { get; init; }

    /// <summary>The front matter.</summary>
    public required FrontMatterFields Front { get; init; }

    /// <summary>Fingerprint of everything that does not depend on the body alone.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The path without extension and language, which a post and its translations have in common.</summary>
    /// <param name="siteLanguage">The language that originals may have in their names as well.</param>
    public string TranslationKey(string siteLanguage)
    {
        var stem = Path[..Path.LastIndexOf('.')];
        var dot = stem.LastIndexOf('.');
        var hasEnding = dot > 0 && LanguageTag.Normalize(stem[(dot + 1)..]) is { } tag
            && (tag == TranslatedInto || (TranslatedInto is null && (tag == siteLanguage || tag == LanguageTag.PrimaryOf(siteLanguage))));
        return hasEnding ? stem[..dot] : stem;
    }
}
