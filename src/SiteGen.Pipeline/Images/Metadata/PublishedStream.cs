namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>A picture without its metadata, as a stream.</summary>
internal sealed class PublishedStream : Stream
{
    private readonly Stream _file;
    private readonly PublishedBytes _published;
    private long _position;

    private PublishedStream(Stream file, PublishedBytes published) => (_file, _published) = (file, published);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _published.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = Math.Max(0, value);
    }

    /// <summary>A file as it is published: itself if nothing is removed from it.</summary>
    /// <param name="file">The file, which can be sought in; the stream that is returned closes it.</param>
    /// <param name="keepsCredit">Whether the names of its author and owner stay in it.</param>
    public static Stream Of(Stream file, bool keepsCredit)
    {
        var source = new StreamBytes(file);
        var picture = MetadataStripper.Strip(source, keepsCredit);
        file.Position = 0;
        return picture.IsChanged ? new PublishedStream(file, new PublishedBytes(source, picture.Parts)) : file;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var block = buffer.IsEmpty ? [] : _published.Read(_position);
        block = block[..Math.Min(block.Length, buffer.Length)];
        block.CopyTo(buffer);
        _position += block.Length;
        return block.Length;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class StreamBytes(Stream file) : IByteSource
    {
        private readonly byte[] _block = new byte[64 * 1024];

        public long Length => file.Length;

        public ReadOnlySpan<byte> Read(long at)
        {
            file.Position = at;
            return _block.AsSpan(0, file.ReadAtLeast(_block, _block.Length, throwOnEndOfStream: false));
        }
    }
}
