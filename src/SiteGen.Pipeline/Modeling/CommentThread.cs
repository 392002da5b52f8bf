using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>A comment in its place: what a link to it ends with, how deep it stands, and what answers it.</summary>
internal sealed record CommentNode(Comment Comment, string Anchor, int Depth, ImmutableArray<CommentNode> Replies);

/// <summary>All comments of a post as they are shown: answers below what they answer, older ones first.</summary>
/// <param name="Comments">The comments that answer none.</param>
/// <param name="Count">How many comments there are on all levels.</param>
/// <param name="Pingbacks">What other sites said.</param>
internal sealed record CommentThread(ImmutableArray<CommentNode> Comments, int Count, ImmutableArray<CommentNode> Pingbacks)
{
    // Deeper than that the lines get too short to read; what is deeper stands beside what it answers.
    private const int DepthLimit = 5;

    /// <summary>No comments.</summary>
    public static readonly CommentThread Empty = new([], 0, []);

    /// <summary>Puts the comments of a post's files in order.</summary>
    public static CommentThread Create(ImmutableArray<CommentFile> files)
    {
        var all = files.SelectMany(file => file.Comments).ToArray();
        var anchors = Anchors(all);
        var readers = Enumerable.Range(0, all.Length).Where(index => all[index].IsOfReader).ToArray();
        var (parents, depths) = Places(all, readers);
        var ordered = readers.OrderBy(index => all[index].Date ?? DateTimeOffset.MaxValue).ThenBy(index => index).ToArray();
        var children = ordered.ToLookup(index => parents[index]);
        var others = Enumerable.Range(0, all.Length).Where(index => !all[index].IsOfReader)
            .OrderBy(index => all[index].Date ?? DateTimeOffset.MaxValue).ThenBy(index => index);
        return new CommentThread(Nodes(-1), readers.Length, [.. others.Select(index => new CommentNode(all[index], anchors[index], 1, []))]);

        // As deep as the limit at most.
        ImmutableArray<CommentNode> Nodes(int parent) =>
            [.. children[parent].Select(index => new CommentNode(all[index], anchors[index], depths[index], Nodes(index)))];
    }

    // Walks from each comment up to one whose place is known, and gives everyone on the way a place on the way back.
    private static (int[] Parents, int[] Depths) Places(Comment[] all, int[] readers)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var index in readers)
        {
            if (all[index].Id is { } id)
            {
                byId.TryAdd(id, index);
            }
        }

        var (parents, depths, isOnTheWay) = (new int[all.Length], new int[all.Length], new bool[all.Length]);
        var way = new Stack<int>();
        foreach (var start in readers)
        {
            for (var index = start; index >= 0 && depths[index] == 0; index = parents[index])
            {
                way.Push(index);
                isOnTheWay[index] = true;
                // One that answers itself, by whatever detour, answers nobody; nor does one whose question is gone.
                parents[index] = all[index].Parent is { } name && byId.TryGetValue(name, out var parent) && !isOnTheWay[parent] ? parent : -1;
            }

            while (way.TryPop(out var index))
            {
                isOnTheWay[index] = false;
                var parent = parents[index];
                var isDeep = parent >= 0 && depths[parent] == DepthLimit;
                depths[index] = parent < 0 ? 1 : isDeep ? DepthLimit : depths[parent] + 1;
                parents[index] = isDeep ? parents[parent] : parent;
            }
        }

        return (parents, depths);
    }

    // What was given where it can stand in an address, else its number; each once.
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
                anchor = string.Create(CultureInfo.InvariantCulture, $"{(given.Length > 0 ? given : "n")}-{number}{(more > 2 ? $"-{more}" : "")}");
            }

            anchors[i] = anchor;
        }

        return anchors;
    }
}
