using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>A large file that is read block by block.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
internal sealed class SourceBlocks(SafeFileHandle file) : IByteSource, IDisposable
{
    /// <summary>The size of a block.</summary>
    public const int Size = 128 * 1024;

    private readonly byte[] _block = new byte[Size];

    /// <summary>The size of the file now.</summary>
    public long Length => RandomAccess.GetLength(file);

    /// <summary>Why the file could not be read to its end; null when nothing went wrong.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The bytes from an offset on, at most a block; none at the end of the file, or when the system refuses.</summary>
    /// <remarks>Valid until the next call.</remarks>
    public ReadOnlySpan<byte> Read(long at)
    {
        try
        {
            return _block.AsSpan(0, RandomAccess.Read(file, _block, at));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refusal = SystemRefusal.Reason(exception);
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
