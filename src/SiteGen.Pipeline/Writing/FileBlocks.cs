using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>Reads, compares and copies files block by block, so that their size does not matter.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Writes the files of a build")]
internal static class FileBlocks
{
    /// <summary>The fingerprint of a file's bytes.</summary>
    public static Fingerprint FingerprintOf(SafeFileHandle file)
    {
        var fingerprint = new RunningFingerprint();
        var block = ArrayPool<byte>.Shared.Rent(SourceBlocks.Size);
        for (var at = 0L; RandomAccess.Read(file, block, at) is > 0 and var read; at += read)
        {
            fingerprint.Append(block.AsSpan(0, read));
        }

        ArrayPool<byte>.Shared.Return(block);
        return fingerprint.Value;
    }

    /// <summary>Whether a source and a file have the same bytes, and their fingerprint if they do.</summary>
    public static bool AreSame(IByteSource source, SafeFileHandle file, out Fingerprint same)
    {
        same = default;
        if (RandomAccess.GetLength(file) != source.Length)
        {
            return false;
        }

        var fingerprint = new RunningFingerprint();
        var block = ArrayPool<byte>.Shared.Rent(SourceBlocks.Size);
        var isSame = true;
        for (var at = 0L; isSame && source.Read(at) is { IsEmpty: false } expected; at += expected.Length)
        {
            fingerprint.Append(expected);
            isSame = IsAt(file, at, expected, block);
        }

        ArrayPool<byte>.Shared.Return(block);
        same = isSame ? fingerprint.Value : default;
        return isSame;
    }

    /// <summary>Time and size of a file; the default when it does not exist.</summary>
    public static Fingerprint StampOf(FileInfo file) =>
        file.Exists ? new Fingerprint((ulong)file.LastWriteTimeUtc.Ticks, (ulong)file.Length) : default;

    /// <summary>Time and size of an open file.</summary>
    public static Fingerprint StampOf(SafeFileHandle file, long length) =>
        new((ulong)File.GetLastWriteTimeUtc(file).Ticks, (ulong)length);

    /// <summary>Copies a source into a new file, and returns the fingerprint of what was copied and the stamp of the file.</summary>
    public static (Fingerprint Content, Fingerprint Stamp) Copy(IByteSource source, string fullPath)
    {
        var fingerprint = new RunningFingerprint();
        using var file = Create(fullPath);
        var at = 0L;
        for (; source.Read(at) is { IsEmpty: false } block; at += block.Length)
        {
            fingerprint.Append(block);
            Write(file, block, at);
        }

        return (fingerprint.Value, StampOf(file, at));
    }

    /// <summary>Creates a file that is not there yet.</summary>
    public static SafeFileHandle Create(string fullPath) =>
        File.OpenHandle(fullPath, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Writes bytes at a place of a file.</summary>
    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at)
    {
        try
        {
            RandomAccess.Write(file, bytes, at);
        }
        catch (ArgumentOutOfRangeException)
        {
            // How the runtime says that a file grows beyond what the system allows (EFBIG).
            throw new IOException("", SystemRefusal.TooLarge);
        }
    }

    private static bool IsAt(SafeFileHandle file, long at, ReadOnlySpan<byte> expected, byte[] block)
    {
        for (var done = 0; done < expected.Length;)
        {
            var read = RandomAccess.Read(file, block.AsSpan(0, Math.Min(block.Length, expected.Length - done)), at + done);
            if (read == 0 || !block.AsSpan(0, read).SequenceEqual(expected.Slice(done, read)))
            {
                return false;
            }

            done += read;
        }

        return true;
    }
}
