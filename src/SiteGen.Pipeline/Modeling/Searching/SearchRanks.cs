using System.Collections.Immutable;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling.Searching;

/// <summary>The posts of a search in an order, each with a number by which the index names it.</summary>
/// <remarks>
/// In one file the numbers count the posts. In many files a number follows from the date and the URL of a post alone, so that another
/// post changes none: 16 bits for the day and 14 of a hash. Newer posts have lower numbers, by which results are sorted.
/// </remarks>
internal sealed class SearchRanks
{
    private const int HashBits = 14;
    private const int Last = (1 << 30) - 1;

    // Posts without a date are spread over the days of the 1970s.
    private const int UndatedDays = 4096;

    private readonly int[]? _ranks;

    private SearchRanks(ImmutableArray<PostHead> posts, int[]? ranks) => (Posts, _ranks) = (posts, ranks);

    /// <summary>The posts, by ascending rank.</summary>
    public ImmutableArray<PostHead> Posts { get; }

    /// <summary>Ranks the posts of a list.</summary>
    public static SearchRanks Create(PostList list) => SearchSection.FilesFor(list) == 0
        ? new SearchRanks(list.Posts, null)
        : CreateFixed(list.Posts);

    /// <summary>The rank of a post by its index.</summary>
    public int RankOf(int post) => _ranks is null ? post : _ranks[post];

    private static SearchRanks CreateFixed(ImmutableArray<PostHead> posts)
    {
        var ranked = new Dictionary<int, PostHead>(posts.Length);
        foreach (var post in posts.OrderBy(post => post.Url, StringComparer.Ordinal))
        {
            // Two of one day may have the same hash: the later URL takes the next free number.
            var rank = PreferredRankOf(post);
            while (!ranked.TryAdd(rank, post))
            {
                rank = rank == Last ? 0 : rank + 1;
            }
        }

        int[] ranks = [.. ranked.Keys.Order()];
        return new SearchRanks([.. ranks.Select(rank => ranked[rank])], ranks);
    }

    private static int PreferredRankOf(PostHead post)
    {
        var hash = SearchFiles.HashOf(post.Url);
        var day = post.Date is { } date
            ? Math.Clamp((date.Date - DateTime.UnixEpoch).Days, 0, ushort.MaxValue)
            : (int)((hash >> HashBits) % UndatedDays);
        return Last - ((day << HashBits) | (int)(hash & ((1 << HashBits) - 1)));
    }
}
