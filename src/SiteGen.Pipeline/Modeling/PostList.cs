using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Posts in the order that readers see, under a name that is the same in every build.</summary>
[DebuggerDisplay("{Name}: {Posts.Length} posts")]
internal sealed class PostList
{
    // At index n: the fingerprint of the first n posts in order.
    private readonly ImmutableArray<Fingerprint> _prefixes;

    private PostList(string name, ImmutableArray<PostHead> posts, ImmutableArray<Fingerprint> prefixes)
    {
        Name = name;
        Id = Fingerprint.Compute(name).Low;
        Posts = posts;
        _prefixes = prefixes;
    }

    /// <summary>The name: <c>posts</c>, <c>tags/music</c>, <c>years/2026</c>.</summary>
    public string Name { get; }

    /// <summary>Identifies the list in every build; derived from the name.</summary>
    public ulong Id { get; }

    /// <summary>The posts, in order.</summary>
    public ImmutableArray<PostHead> Posts { get; }

    /// <summary>A list of these posts.</summary>
    public static PostList Create(string name, ImmutableArray<PostHead> posts)
    {
        var prefixes = ImmutableArray.CreateBuilder<Fingerprint>(posts.Length + 1);
        prefixes.Add(Fingerprint.Compute(name));
        foreach (var post in posts)
        {
            prefixes.Add(prefixes[^1].And(unchecked((long)post.Id)));
        }

        return new PostList(name, posts, prefixes.MoveToImmutable());
    }

    /// <summary>The fingerprint of the first <paramref name="count"/> posts in order; the default value when there are fewer.</summary>
    public Fingerprint Prefix(int count) => count < _prefixes.Length ? _prefixes[count] : default;

    /// <summary>The fingerprint of the posts from <paramref name="start"/> to the exclusive <paramref name="end"/>, in order.</summary>
    public Fingerprint Slice(int start, int end)
    {
        var fingerprint = Fingerprint.Compute(Name);
        for (var i = start; i < Math.Min(end, Posts.Length); i++)
        {
            fingerprint = fingerprint.And(unchecked((long)Posts[i].Id));
        }

        return fingerprint;
    }
}
