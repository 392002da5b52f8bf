using System.Buffers;
using System.Collections.Immutable;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Finds the posts that share the most terms with a post.</summary>
/// <remarks>
/// A shared term counts the more the fewer posts carry it. Only the newest posts of each term are considered, so that a
/// tag on every post costs no more than another. Posts with equal scores keep the order of the site.
/// </remarks>
internal static class Related
{
    /// <summary>The maximum number of related posts.</summary>
    public const int Most = 5;

    /// <summary>The maximum number of posts considered for each term.</summary>
    public const int Reach = 200;

    // A shared category or author says less than a shared tag.
    private static readonly (string Taxonomy, int Weight)[] s_weights = [("tags", 3), ("categories", 1), ("series", 2)];

    /// <summary>The terms of a post that are compared, with their weights.</summary>
    public static IEnumerable<(Taxonomy Taxonomy, string Name, int Weight)> TermsOf(Site site, PostHead post)
    {
        foreach (var (name, weight) in s_weights)
        {
            var taxonomy = site.TaxonomyOf(name);
            foreach (var term in taxonomy.NamesOf(post))
            {
                yield return (taxonomy, term, weight);
            }
        }
    }

    /// <summary>The posts most like a post, best first; only those that share a term.</summary>
    public static ImmutableArray<PostHead> Find(Site site, PostHead post)
    {
        // By index in the list of all posts: an array takes a tenth of the time of a dictionary.
        var scores = ArrayPool<int>.Shared.Rent(site.List.Posts.Length);
        var found = new List<int>();
        Array.Clear(scores, 0, site.List.Posts.Length);
        var seen = new List<Term>();
        foreach (var (taxonomy, name, weight) in TermsOf(site, post))
        {
            if (taxonomy.Find(name) is { } term && !seen.Contains(term))
            {
                seen.Add(term);
                Count(site, term, weight, scores, found);
            }
        }

        found.RemoveAll(index => site.List.Posts[index].Id == post.Id);
        found.Sort((left, right) => scores[left] != scores[right] ? scores[right].CompareTo(scores[left]) : left.CompareTo(right));
        ImmutableArray<PostHead> best = [.. found.Take(Most).Select(index => site.List.Posts[index])];
        ArrayPool<int>.Shared.Return(scores);
        return best;
    }

    private static void Count(Site site, Term term, int weight, int[] scores, List<int> found)
    {
        var posts = term.Newest.Posts;
        var score = weight * (1000 / posts.Length + 1);
        foreach (var other in posts.AsSpan()[..Math.Min(posts.Length, Reach)])
        {
            if (site.IndexOf(other.Id) is { } index)
            {
                if (scores[index] == 0)
                {
                    found.Add(index);
                }

                scores[index] += score;
            }
        }
    }
}
