using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Posts in an order that readers see, under a name that stays from build to build.</summary>
internal sealed class PostList
{
    // At n: what stands for the first n posts and their order.
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

    /// <summary>Stands for the name.</summary>
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

    /// <summary>What stands for the first posts and their order; nothing when there are fewer.</summary>
    public Fingerprint Prefix(int count) => count < _prefixes.Length ? _prefixes[count] : default;

    /// <summary>What stands for the posts from one index to before another, and their order.</summary>
    public Fingerprint Slice(int start, int end)
    {
        var print = Fingerprint.Compute(Name);
        for (var i = start; i < Math.Min(end, Posts.Length); i++)
        {
            print = print.And(unchecked((long)Posts[i].Id));
        }

        return print;
    }
}
