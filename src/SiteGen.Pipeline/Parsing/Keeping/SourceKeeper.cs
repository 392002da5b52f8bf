using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Parsing.Keeping;

/// <summary>Keeps parsed sources as bytes, and makes them again from those. One for each thread.</summary>
/// <param name="spill">The file for the bytes while a large site is built; null to keep them in memory.</param>
internal sealed class SourceKeeper(SpillFile? spill)
{
    private readonly RecordWriter _writer = new();
    private readonly RecordChunks _chunks = new();
    private readonly RecordNames _names = new();

    /// <summary>A parsed source that will be found again.</summary>
    /// <param name="source">The source, whose terms are in memory that is used again.</param>
    /// <param name="record">What is kept of it; null for nothing.</param>
    public ParsedSource Keep(ParsedSource source, SourceRecord? record)
    {
        if (record is null)
        {
            return source with { Post = WithTermsKept(source.Post) };
        }

        var stored = Store(record.Value.ToBytes(_writer).Span);
        return source with { Post = WithTermsOf(stored, source.Post), Record = stored };
    }

    /// <summary>What a file was parsed to by an earlier build.</summary>
    /// <param name="file">The file, which has not changed since.</param>
    /// <param name="stored">What was kept of it.</param>
    /// <param name="posts">Makes its post.</param>
    /// <param name="keepsBody">Whether its body is kept once it is converted.</param>
    public ParsedSource Restore(SourceFile file, StoredBytes stored, PostParser posts, bool keepsBody)
    {
        var record = SourceRecord.Read(stored.Read(), file, _names);
        return new ParsedSource(
            record.Image is null ? file : file with { ImageSize = record.Image, Raster = record.Raster },
            record.Post is { } post ? WithTermsOf(stored, posts.Restore(file, post, keepsBody)) : null,
            null,
            record.Diagnostics)
        {
            Suppressions = record.Suppressions,
            Record = stored,
        };
    }

    // A record in memory has the terms; one on disk must not be held in memory for them.
    private Post? WithTermsOf(StoredBytes record, Post? post) => post?.Text.Terms is null ? post
        : record.OnDisk is not null ? WithTermsKept(post)
        : post with { Text = post.Text with { Terms = new SearchTerms(StoredBytes.In(SourceRecord.TermsIn(record.InMemory))) } };

    private Post? WithTermsKept(Post? post) => post?.Text.Terms is not { } terms
        ? post
        : post with { Text = post.Text with { Terms = new SearchTerms(Store(terms.Stored.Read().Span)) } };

    private StoredBytes Store(ReadOnlySpan<byte> bytes) => StoredBytes.Keep(bytes, spill, _chunks);
}
