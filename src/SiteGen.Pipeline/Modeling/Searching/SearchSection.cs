using System.Collections.Immutable;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling.Searching;

/// <summary>What the search of one language of a site finds, and the files that its index consists of.</summary>
/// <param name="Language">The language, as a tag.</param>
/// <param name="Prefix">What its URLs start with: empty for the site's own language, <c>/fr</c> for another.</param>
/// <param name="List">The posts and pages, newest first.</param>
internal sealed record SearchSection(string Language, string Prefix, PostList List)
{
    /// <summary>The most posts whose index is one file.</summary>
    public const int MostInOneFile = 1000;

    // Files for terms by the number of posts. Primes, because a file is chosen by a remainder.
    private static readonly ImmutableArray<(int MostPosts, int Files)> s_steps =
        [(MostInOneFile, 0), (4_000, 251), (16_000, 1021), (64_000, 4093), (int.MaxValue, 16381)];

    // Lazy: most builds render nothing of an index.
    private readonly Lazy<SearchRanks> _ranks = new(() => SearchRanks.Create(List));

    /// <summary>The URL of the search page.</summary>
    public string Url => $"{Prefix}/search/";

    /// <summary>How many files the terms are in; 0 when the whole index is one file.</summary>
    /// <remarks>A term is in the file that its first letters choose, so that other terms do not move it.</remarks>
    public int TermFiles { get; } = FilesFor(List);

    /// <summary>How many files the titles and summaries are in; 0 when the whole index is one file.</summary>
    public int PostFiles => (TermFiles / 2) | (TermFiles & 1);

    /// <summary>The posts by the numbers that the index gives them.</summary>
    public SearchRanks Ranks => _ranks.Value;

    /// <summary>The sections of a site: one for each of its languages.</summary>
    /// <param name="languages">The languages.</param>
    /// <param name="published">All published posts and pages, newest first.</param>
    public static ImmutableArray<SearchSection> Create(ImmutableArray<LanguageSection> languages, ImmutableArray<PostHead> published)
    {
        var posts = published.Where(IsSearchable).ToLookup(post => post.TranslatedInto ?? "", StringComparer.Ordinal);
        return
        [
            .. languages.Select(section => new SearchSection(
                section.Language,
                section.Prefix,
                PostList.Create(
                    $"search{section.Prefix}", [.. posts[section.Prefix.Length == 0 ? "" : section.Language]]))),
        ];
    }

    /// <summary>How many files the terms of a list of posts are in; 0 when the whole index is one file.</summary>
    public static int FilesFor(PostList list) => s_steps.First(step => list.Posts.Length <= step.MostPosts).Files;

    private static bool IsSearchable(PostHead post) =>
        !post.Front.IsUnlisted && !post.Front.IsUnsearchable && post.Front.RedirectTo is null;
}
