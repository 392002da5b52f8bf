using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>Something that a reader, or another site, said about a post.</summary>
/// <param name="Id">Its name among the others; null when it has none.</param>
/// <param name="Parent">The name of the comment it answers; null for none.</param>
/// <param name="Kind"><c>comment</c>, <c>pingback</c>, <c>trackback</c> or <c>webmention</c>.</param>
/// <param name="Author">Who said it, as plain text; null when nobody knows.</param>
/// <param name="Url">The author's site, or the page that speaks of the post; an address of the web, or null.</param>
/// <param name="Date">When it was said.</param>
/// <param name="Body">What was said: HTML without anything that could do harm.</param>
internal sealed record Comment(string? Id, string? Parent, string Kind, string? Author, string? Url, DateTimeOffset? Date, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether a reader wrote it here, not another site.</summary>
    public bool IsOfReader => Kind == "comment";
}

/// <summary>The comments that one file holds.</summary>
/// <param name="Path">The file, relative to the site.</param>
/// <param name="Key">What names its post: the path below the folder of comments, without its ending.</param>
/// <param name="Comments">The comments, in the order of the file.</param>
/// <param name="Fingerprint">Stands for all of it.</param>
internal sealed record CommentFile(string Path, string Key, ImmutableArray<Comment> Comments, Fingerprint Fingerprint);
