using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>A comment of a reader on a post, or a mention of the post by another site.</summary>
/// <param name="Id">The ID that replies refer to; null when it has none.</param>
/// <param name="Parent">The ID of the comment it replies to; null when it is not a reply.</param>
/// <param name="Kind"><c>comment</c>, <c>pingback</c>, <c>trackback</c> or <c>webmention</c>.</param>
/// <param name="Author">The author's name, as plain text; null when not set.</param>
/// <param name="Url">The author's site, or the page that mentions the post; null when not set.</param>
/// <param name="Date">When it was written; null when not set.</param>
/// <param name="Body">The text, as sanitized HTML.</param>
internal sealed record Comment(
    string? Id, string? Parent, string Kind, string? Author, string? Url, DateTimeOffset? Date, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether a reader wrote it, rather than another site.</summary>
    public bool IsOfReader => Kind == "comment";
}

/// <summary>The comments of one file.</summary>
/// <param name="Path">The file, relative to the site.</param>
/// <param name="Key">What identifies its post: the path in the folder of comments, without the extension.</param>
/// <param name="Comments">The comments, in the order of the file.</param>
/// <param name="Fingerprint">Fingerprint of the file.</param>
internal sealed record CommentFile(string Path, string Key, ImmutableArray<Comment> Comments, Fingerprint Fingerprint);
