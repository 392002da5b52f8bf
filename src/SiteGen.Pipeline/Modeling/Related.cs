using System.Buffers;
using System.Collections.Immutable;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Finds the posts that have most in common with a post: by the terms they share.</summary>
/// <remarks>
/// A shared term counts the more the fewer posts carry it. Of each term only the newest posts are looked at, so that a
/// tag which everybody uses costs no more than another. Equal posts stand in the order of the site.
/// </remarks>
internal static class Related
{
    /// <summary>How many posts are found at most.</summary>
    public const int Most = 5;

    /// <summary>How many posts of a term are looked at.</summary>
    public const int Reach = 200;

    // A shared category or author says less than a shared tag.
    private static readonly (string Taxonomy, int Weight)[] s_weights = [("tags", 3), ("categories", 1), ("series", 2)];

    /// <summary>The terms of a post that count, with their weights.</summary>
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
        // By the place in the list of all posts: an array is a tenth of the cost of a dictionary.
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

        found.RemoveAll(place => site.List.Posts[place].Id == post.Id);
        found.Sort((left, right) => scores[left] != scores[right] ? scores[right].CompareTo(scores[left]) : left.CompareTo(right));
        ImmutableArray<PostHead> best = [.. found.Take(Most).Select(place => site.List.Posts[place])];
        ArrayPool<int>.Shared.Return(scores);
        return best;
    }

    private static void Count(Site site, Term term, int weight, int[] scores, List<int> found)
    {
        var posts = term.Newest.Posts;
        var score = weight * (1000 / posts.Length + 1);
        foreach (var other in posts.AsSpan()[..Math.Min(posts.Length, Reach)])
        {
            if (site.PlaceOf(other.Id) is { } place)
            {
                if (scores[place] == 0)
                {
                    found.Add(place);
                }

                scores[place] += score;
            }
        }
    }
}
