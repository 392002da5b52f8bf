using System.Diagnostics;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>One term of a taxonomy and the posts that have it.</summary>
/// <param name="Taxonomy">The taxonomy's name.</param>
/// <param name="Name">The spelling that is shown; for a nested term its last part.</param>
/// <param name="Slug">The last part of its URL; for a nested term including its ancestors, separated by <c>/</c>.</param>
/// <param name="List">Its posts, in the order that readers see.</param>
[DebuggerDisplay("{Url}: {List.Posts.Length} posts")]
internal sealed record Term(string Taxonomy, string Name, string Slug, PostList List)
{
    /// <summary>The URL from the site's root.</summary>
    public string Url => $"/{Taxonomy}/{Slug}/";

    /// <summary>The URL of the feed of its posts.</summary>
    public string FeedUrl => Url + "rss.xml";

    /// <summary>The slug of its parent; empty at the top.</summary>
    public string ParentSlug => SitePath.FolderOf(Slug);

    /// <summary>The number of its ancestors.</summary>
    public int Depth => Slug.AsSpan().Count('/');

    /// <summary>Its posts, newest first, which is the order of its feed.</summary>
    public required PostList Newest { get; init; }

    /// <summary>The fingerprint of name and URL, not of the posts.</summary>
    public Fingerprint Fingerprint { get; } = Fingerprint.Compute(Name).And(Taxonomy).And(Slug);
}
