using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary>A list of posts that records how far it is read: the newest five do not depend on the sixth.</summary>
internal sealed class PostItems(PageScope scope, PostList list) : IItems
{
    public int Count
    {
        get
        {
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, list.Id, 0));
            return list.Posts.Length;
        }
    }

    /// <summary>The number of posts, for templates.</summary>
    public Value CountValue => Value.From(Count);

    public Value this[int index]
    {
        get
        {
            scope.Dependencies.Prefix(list, index + 1);
            return Value.From(scope.Views.Of(list.Posts[index]));
        }
    }
}

/// <summary>The posts on one page of a list.</summary>
internal sealed class SliceItems(PageScope scope, ImmutableArray<PostHead> posts) : IItems
{
    public int Count => posts.Length;

    public Value this[int index] => Value.From(scope.Views.Of(posts[index]));
}
