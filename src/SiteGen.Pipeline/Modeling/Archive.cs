using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The posts of one calendar month in the site's time zone.</summary>
internal sealed record Month(int Year, int Number, PostList List)
{
    /// <summary>The URL of its page.</summary>
    public string Url { get; } = string.Create(CultureInfo.InvariantCulture, $"{Archive.Url}{Year:D4}/{Number:D2}/");
}

/// <summary>The posts of one calendar year in the site's time zone.</summary>
internal sealed record Year(int Number, PostList List, ImmutableArray<Month> Months)
{
    /// <summary>The URL of its page.</summary>
    public string Url { get; } = string.Create(CultureInfo.InvariantCulture, $"{Archive.Url}{Number:D4}/");
}

/// <summary>Groups posts by date.</summary>
internal static class Archive
{
    /// <summary>The URL of the overview.</summary>
    public const string Url = "/archive/";

    /// <summary>The years of a list that is ordered by date, latest first; undated posts are left out.</summary>
    public static ImmutableArray<Year> YearsOf(PostList list) => Runs(list.Posts, post => post.Date?.Year)
        .Select(year => new Year(year.Key, PostList.Create(Name($"years/{year.Key}"), year.Posts), MonthsOf(year.Key, year.Posts)))
        .ToImmutableArray();

    private static ImmutableArray<Month> MonthsOf(int year, ImmutableArray<PostHead> posts) => Runs(posts, post => post.Date?.Month)
        .Select(month => new Month(year, month.Key, PostList.Create(Name($"years/{year}/{month.Key}"), month.Posts)))
        .ToImmutableArray();

    private static string Name(FormattableString name) => FormattableString.Invariant(name);

    private static IEnumerable<(int Key, ImmutableArray<PostHead> Posts)> Runs(ImmutableArray<PostHead> posts, Func<PostHead, int?> keyOf)
    {
        for (var start = 0; start < posts.Length && keyOf(posts[start]) is { } key;)
        {
            var end = start;
            while (end < posts.Length && keyOf(posts[end]) == key)
            {
                end++;
            }

            yield return (key, posts[start..end]);
            start = end;
        }
    }
}
