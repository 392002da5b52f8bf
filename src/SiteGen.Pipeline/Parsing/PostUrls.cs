using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Everything that the URL of a post is made from.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">What its name says.</param>
/// <param name="Front">The front matter.</param>
/// <param name="Title">The title.</param>
/// <param name="Date">The date; null when it has none.</param>
/// <param name="TranslatedInto">The language of a translation; null for an original.</param>
internal readonly record struct PostNames(
    SourceFile File, SourceName Name, FrontMatterFields Front, string Title, WrittenDate? Date, string? TranslatedInto);

/// <summary>Makes the URLs of posts and pages.</summary>
internal sealed class PostUrls(SiteOptions options)
{
    /// <summary>The URL path of a post, and the slug that it was made with; a slug without a letter or digit is replaced.</summary>
    public (string Url, string Slug) Create(in PostNames post, SourceText source, ImmutableArray<Diagnostic>.Builder problems)
    {
        var (front, name) = (post.Front, post.Name);
        var parts = new PermalinkParts(
            DayOf(post.Date), front.Page.Slug is { Length: > 0 } slug ? slug : name.Slug, name.FileName, name.Section, front.Categories);
        var isGiven = front.Page.Url is { Length: > 0 };
        if (isGiven && GivenUrl(front, source, problems) is { } url)
        {
            return (url, parts.Slug);
        }

        if (name.IsNotFoundPage(post.File))
        {
            return ($"{(post.TranslatedInto is { } tag ? UrlPath.PrefixOf(tag) : "")}/404.html", parts.Slug);
        }

        var isPage = post.File.Kind == SourceKind.Page;
        var pattern = isPage ? options.PagePermalink : PatternOf(name.Section);
        if (PermalinkPattern.LacksName(pattern, parts))
        {
            parts = WithName(pattern, parts, post, source, problems);
        }

        var expanded = PermalinkPattern.Expand(pattern, isPage && name.IsTopIndex ? parts with { Slug = "" } : parts);
        return (!isGiven && post.TranslatedInto is { } language ? UrlPath.PrefixOf(language) + expanded : expanded, parts.Slug);
    }

    // Without one, the URL would be that of a list or of the folder of all posts.
    private static PermalinkParts WithName(
        string pattern, PermalinkParts parts, in PostNames post, SourceText source, ImmutableArray<Diagnostic>.Builder problems)
    {
        var named = parts with { Slug = post.Name.Slug };
        named = PermalinkPattern.LacksName(pattern, named) ? parts with { Slug = Slug.Create(post.Title) } : named;
        var isNumbered = PermalinkPattern.LacksName(pattern, named);
        named = isNumbered ? parts with { Slug = NumberOf(post.File) } : named;
        if (post.Front.Page.Slug is { Length: > 0 } given)
        {
            var at = post.Front.ValuePositionOf("slug");
            problems.Add(source.Report(ParsingMessages.SlugWithoutName(given, named.Slug), at, at));
        }
        else if (isNumbered)
        {
            problems.Add(Diagnostic.InFile(ParsingMessages.NoName(named.Slug), post.File.Path));
        }

        return named;
    }

    // A path is the same on every machine, and no two files have it.
    private static string NumberOf(SourceFile file)
    {
        var number = Fingerprint.Compute(UnicodeNormalization.Compose(file.RelativePath)).ToString()[..8];
        return $"{(file.Kind == SourceKind.Page ? "page" : "post")}-{number}";
    }

    private DateOnly? DayOf(WrittenDate? date) =>
        options.Dates.UrlDay == UrlDay.Written ? date?.Day : date is { Instant.DateTime: var local } ? DateOnly.FromDateTime(local) : null;

    // The pattern of the innermost folder that has one.
    private string PatternOf(string section)
    {
        var own = options.SectionPermalinks.FirstOrDefault(
            pattern => section == pattern.Section || section.StartsWith(pattern.Section + "/", StringComparison.Ordinal));
        return own?.Pattern ?? options.PostPermalink;
    }

    private static string? GivenUrl(FrontMatterFields front, SourceText source, ImmutableArray<Diagnostic>.Builder problems)
    {
        var given = front.Page.Url ?? "";
        var isAbsolute = Uri.TryCreate(given, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https";
        var path = isAbsolute && absolute is not null ? absolute.AbsolutePath : given;
        if (UrlPath.Problem(path) is { } problem)
        {
            var at = front.ValuePositionOf("url");
            problems.Add(source.Report(ParsingMessages.InvalidUrl(given, problem), at, at));
            return null;
        }

        return UrlPath.Normalize(path);
    }
}
