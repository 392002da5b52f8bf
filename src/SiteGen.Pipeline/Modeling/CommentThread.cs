using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>A comment in its thread: the fragment of a link to it, its depth from 1, and its replies.</summary>
[DebuggerDisplay("{Anchor,nq}: {Replies.Length} replies")]
internal sealed record CommentNode(Comment Comment, string Anchor, int Depth, ImmutableArray<CommentNode> Replies);

/// <summary>All comments of a post as they are shown: replies below their parents, oldest first.</summary>
/// <param name="Comments">The comments that are not replies.</param>
/// <param name="Count">The number of comments on all levels.</param>
/// <param name="Pingbacks">The pingbacks, trackbacks and webmentions of other sites.</param>
internal sealed record CommentThread(ImmutableArray<CommentNode> Comments, int Count, ImmutableArray<CommentNode> Pingbacks)
{
    // Below this depth the lines get too short to read; deeper replies are shown beside their parents.
    private const int DepthLimit = 5;

    /// <summary>No comments.</summary>
    public static readonly CommentThread Empty = new([], 0, []);

    /// <summary>Threads the comments of a post's files.</summary>
    public static CommentThread Create(ImmutableArray<CommentFile> files)
    {
        var all = files.SelectMany(file => file.Comments).ToArray();
        var anchors = Anchors(all);
        var readers = Enumerable.Range(0, all.Length).Where(index => all[index].IsOfReader).ToArray();
        var (parents, depths) = Place(all, readers);
        var ordered = readers.OrderBy(index => all[index].Date ?? DateTimeOffset.MaxValue).ThenBy(index => index).ToArray();
        var children = ordered.ToLookup(index => parents[index]);
        var others = Enumerable.Range(0, all.Length).Where(index => !all[index].IsOfReader)
            .OrderBy(index => all[index].Date ?? DateTimeOffset.MaxValue).ThenBy(index => index);
        var pingbacks = others.Select(index => new CommentNode(all[index], anchors[index], 1, []));
        return new CommentThread(Nodes(-1), readers.Length, [.. pingbacks]);

        // Recursion is at most as deep as the limit.
        ImmutableArray<CommentNode> Nodes(int parent) =>
            [.. children[parent].Select(index => new CommentNode(all[index], anchors[index], depths[index], Nodes(index)))];
    }

    // Walks from each comment up to one whose depth is known, then sets parents and depths on the way back down.
    private static (int[] Parents, int[] Depths) Place(Comment[] all, int[] readers)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var index in readers)
        {
            if (all[index].Id is { } id)
            {
                byId.TryAdd(id, index);
            }
        }

        var (parents, depths, isOnPath) = (new int[all.Length], new int[all.Length], new bool[all.Length]);
        var path = new Stack<int>();
        foreach (var start in readers)
        {
            for (var index = start; index >= 0 && depths[index] == 0; index = parents[index])
            {
                path.Push(index);
                isOnPath[index] = true;
                // A reply to itself, directly or through others, counts as no reply, nor does one whose parent is missing.
                parents[index] = all[index].Parent is { } id && byId.TryGetValue(id, out var parent) && !isOnPath[parent] ? parent : -1;
            }

            while (path.TryPop(out var index))
            {
                isOnPath[index] = false;
                var parent = parents[index];
                var isDeep = parent >= 0 && depths[parent] == DepthLimit;
                depths[index] = parent < 0 ? 1 : isDeep ? DepthLimit : depths[parent] + 1;
                parents[index] = isDeep ? parents[parent] : parent;
            }
        }

        return (parents, depths);
    }

    // The given id without characters that need encoding in a URL, else the number of the comment; unique within the post.
    private static string[] Anchors(Comment[] all)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var anchors = new string[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            var given = string.Concat((all[i].Id ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(64));
            var anchor = given.Length > 0 ? given : number;
            for (var more = 2; !taken.Add(anchor); more++)
            {
                var suffix = more > 2 ? $"-{more.ToString(CultureInfo.InvariantCulture)}" : "";
                anchor = $"{(given.Length > 0 ? given : "n")}-{number}{suffix}";
            }

            anchors[i] = anchor;
        }

        return anchors;
    }
}
