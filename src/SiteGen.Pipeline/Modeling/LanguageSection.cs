using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The posts of one language of the site, with a home page and a feed of their own.</summary>
/// <param name="Language">The language, as a tag.</param>
/// <param name="Prefix">What its URLs start with: empty for the site's own language, <c>/fr</c> for another.</param>
/// <param name="List">Its posts, newest first.</param>
internal sealed record LanguageSection(string Language, string Prefix, PostList List)
{
    /// <summary>The posts as the pages of the home list show them: those that are pinned first.</summary>
    public PostList Home { get; } = PinnedFirst(List);

    /// <summary>The site's own language first, then those that posts are translated into, by tag.</summary>
    /// <param name="siteLanguage">The site's own language, as a tag.</param>
    /// <param name="list">The posts in the site's own language.</param>
    /// <param name="published">All published posts and pages, newest first.</param>
    public static ImmutableArray<LanguageSection> Create(string siteLanguage, PostList list, IEnumerable<PostHead> published)
    {
        var others = published
            .Where(post => post.TranslatedInto is not null && !post.IsPage && !post.Front.IsUnlisted)
            .GroupBy(post => post.TranslatedInto ?? "", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Language: group.Key, List: PostList.Create($"posts in {group.Key}", [.. group])))
            .Select(other => new LanguageSection(other.Language, UrlPath.PrefixOf(other.Language), other.List));
        return [new LanguageSection(siteLanguage, "", list), .. others];
    }

    private static PostList PinnedFirst(PostList list) => list.Posts.Any(post => post.Front.IsPinned)
        ? PostList.Create($"{list.Name}, pinned first", [.. list.Posts.OrderBy(post => post.Front.IsPinned ? 0 : 1)])
        : list;
}
