using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>One term of a taxonomy and the posts that carry it.</summary>
/// <param name="Taxonomy">The taxonomy's name.</param>
/// <param name="Name">The spelling that is shown; of a nested term its last part.</param>
/// <param name="Slug">The last part of its address; of a nested term with those above it, parted by <c>/</c>.</param>
/// <param name="List">Its posts, in the order that readers see.</param>
internal sealed record Term(string Taxonomy, string Name, string Slug, PostList List)
{
    /// <summary>The address from the site's root.</summary>
    public string Url => $"/{Taxonomy}/{Slug}/";

    /// <summary>The address of the feed of its posts.</summary>
    public string FeedUrl => Url + "rss.xml";

    /// <summary>The slug of the term above; empty at the top.</summary>
    public string ParentSlug => SitePath.FolderOf(Slug);

    /// <summary>How many terms are above it.</summary>
    public int Depth => Slug.AsSpan().Count('/');

    /// <summary>Its posts, newest first, which is the order of its feed.</summary>
    public required PostList Newest { get; init; }

    /// <summary>Stands for name and address, not for the posts.</summary>
    public Fingerprint Fingerprint { get; } = Fingerprint.Compute(Name).And(Taxonomy).And(Slug);
}
