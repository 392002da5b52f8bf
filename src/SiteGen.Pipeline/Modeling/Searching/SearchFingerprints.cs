using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Threading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling.Searching;

/// <summary>For each file of the index of a search, the fingerprint of all that is in it.</summary>
/// <remarks>An index has thousands of files, and an edit of a text changes the few that have its words.</remarks>
[DebuggerDisplay("{_terms.Length} files of terms, {_posts.Length} of posts")]
internal sealed class SearchFingerprints
{
    // What threads take one after the other. Few, because each has sums for all files.
    private const int Blocks = 32;

    private readonly SearchRanks _ranks;

    // By file.
    private readonly FingerprintSum[] _terms;
    private readonly FingerprintSum[] _posts;

    private SearchFingerprints(SearchRanks ranks, FingerprintSum[] terms, FingerprintSum[] posts) =>
        (_ranks, _terms, _posts) = (ranks, terms, posts);

    /// <summary>The fingerprints of the index of a section.</summary>
    public static SearchFingerprints Create(Site site, SearchSection section)
    {
        var size = (section.Ranks.Posts.Length / Blocks) + 1;
        var blocks = ParallelStage.Run(
            [.. Enumerable.Range(0, Blocks)],
            static () => true,
            (_, block) => OfBlock(site, section, block * size, (block + 1) * size),
            CancellationToken.None);
        var all = Empty(section);
        foreach (var block in blocks)
        {
            all.Add(block);
        }

        return all;
    }

    /// <summary>The number of a file among all of its index, for a dependency on it.</summary>
    public static int PartOf(SearchFileKind has, int number) => has switch
    {
        SearchFileKind.Terms => (2 * number) + 1,
        SearchFileKind.Posts => (2 * number) + 2,
        _ => 0,
    };

    /// <summary>The fingerprint of a file, by <see cref="PartOf"/>; the default when there is no such file.</summary>
    public Fingerprint Of(int part)
    {
        var (sums, number) = part % 2 == 1 ? (_terms, part / 2) : (_posts, (part / 2) - 1);
        return part == 0 ? _terms[0].Fingerprint.And(_posts[0].Fingerprint)
            : number < sums.Length ? sums[number].Fingerprint.And(sums.Length)
            : default;
    }

    /// <summary>The fingerprints after an edit of some texts.</summary>
    /// <param name="before">The site before it.</param>
    /// <param name="now">The site, with the same posts.</param>
    /// <param name="edited">The ids of the posts with other texts.</param>
    public SearchFingerprints With(Site before, Site now, IReadOnlySet<ulong> edited)
    {
        var copy = new SearchFingerprints(_ranks, [.. _terms], [.. _posts]);
        for (var post = 0; post < _ranks.Posts.Length; post++)
        {
            if (edited.Contains(_ranks.Posts[post].Id))
            {
                copy.Count(before, post, isAdded: false);
                copy.Count(now, post, isAdded: true);
            }
        }

        return copy;
    }

    private static SearchFingerprints Empty(SearchSection section) => new(
        section.Ranks, new FingerprintSum[Math.Max(1, section.TermFiles)], new FingerprintSum[Math.Max(1, section.PostFiles)]);

    private static SearchFingerprints OfBlock(Site site, SearchSection section, int from, int end)
    {
        var block = Empty(section);
        for (var post = from; post < Math.Min(end, section.Ranks.Posts.Length); post++)
        {
            block.Count(site, post, isAdded: true);
        }

        return block;
    }

    private void Add(SearchFingerprints other)
    {
        for (var file = 0; file < _terms.Length; file++)
        {
            _terms[file] += other._terms[file];
        }

        for (var file = 0; file < _posts.Length; file++)
        {
            _posts[file] += other._posts[file];
        }
    }

    // Ranks follow from dates and URLs; a title and a summary are in the fingerprints of head and text.
    private void Count(Site site, int post, bool isAdded)
    {
        var (head, rank) = (_ranks.Posts[post], _ranks.RankOf(post));
        if (site.TextOf(head.Id) is not { } text)
        {
            return;
        }

        Count(ref _posts[rank % _posts.Length], FingerprintSum.Of(head.Fingerprint.And(text.Fingerprint), rank), isAdded);
        var terms = new SearchTermList(text.Terms is { } known ? known.Stored.Read().Span : default);
        while (terms.MoveNext())
        {
            var one = FingerprintSum.Of(terms.Term, ((long)rank << 2) | (long)terms.Place);
            Count(ref _terms[SearchFiles.OfTerm(terms.Term, _terms.Length)], one, isAdded);
        }
    }

    private static void Count(ref FingerprintSum sum, FingerprintSum one, bool isAdded) => sum = isAdded ? sum + one : sum - one;
}
