using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The folder <c>.sitegen/cache</c> of a site: files that make the next build faster and may be deleted at any time.</summary>
/// <remarks>
/// A file starts with a line and a key that says what it is for; one for something else counts as missing. Sections follow, each
/// behind its length and a checksum, so that a build adds what is new; what follows a damaged section is not read. What the system
/// refuses is not a problem of the build: the cache is then missing or stays as it was.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Reads and writes the cache of the program")]
internal sealed class CacheFolder : IDisposable
{
    private const string Name = "cache";
    private const string TemporaryEnding = ".tmp";
    private const int HeaderLength = 32;
    private const int SectionHeaderLength = 24;
    private const int MostBytes = 1 << 30;

    private readonly string _private;
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _canWrite;

    private CacheFolder(string sourceFolder, bool canWrite)
    {
        _private = PrivateFolder.In(sourceFolder);
        _path = Path.Combine(_private, Name);
        _temporary = Path.Combine(_path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + TemporaryEnding);
        _canWrite = canWrite && TryBegin();
    }

    /// <summary>When it was opened, by the clock that gives files their times.</summary>
    public FileTimes Times { get; private set; }

    private static ReadOnlySpan<byte> FirstLine => "sitegen cache 1\n"u8;

    /// <summary>Opens the cache of a site.</summary>
    /// <param name="sourceFolder">The site's folder, as an absolute path.</param>
    /// <param name="canWrite">Whether it may be changed.</param>
    public static CacheFolder Open(string sourceFolder, bool canWrite) => new(sourceFolder, canWrite);

    /// <summary>The sections of a file, up to the first damaged one; none when it is missing or for something else.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">What it is for.</param>
    public ImmutableArray<ReadOnlyMemory<byte>> Read(string name, Fingerprint key)
    {
        try
        {
            var path = Path.Combine(_path, name);
            if (!PrivateFolder.IsOwn(_private) || !PrivateFolder.IsOwn(_path)
                || new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: <= MostBytes })
            {
                return [];
            }

            var bytes = File.ReadAllBytes(path);
            return bytes.AsSpan().StartsWith(Header(key)) ? SectionsOf(bytes.AsMemory(HeaderLength)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whether what was added to a file is as much as it was added to, so that the file is better replaced.</summary>
    /// <param name="sections">The sections that were read.</param>
    public static bool IsGrown(ImmutableArray<ReadOnlyMemory<byte>> sections) =>
        sections.IsEmpty || sections.Skip(1).Sum(section => (long)section.Length) >= sections[0].Length;

    /// <summary>Replaces a file as a whole, or leaves it as it was.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">What it is for.</param>
    /// <param name="pieces">What it is to hold, as one section; each piece is written before the next is asked for.</param>
    public void Replace(string name, Fingerprint key, IEnumerable<ReadOnlyMemory<byte>> pieces) => Try(() =>
    {
        PrivateFolder.IgnoreInGit(_private);
        using (var file = File.OpenHandle(_temporary, FileMode.Create, FileAccess.Write))
        {
            FileBlocks.Write(file, Header(key), 0);
            Write(file, pieces, HeaderLength);
        }

        File.Move(_temporary, Path.Combine(_path, name), overwrite: true);
    });

    /// <summary>Adds a section to a file that was read, in the place of what was damaged.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">What it is for; nothing is added if another process has replaced it by one for something else.</param>
    /// <param name="sections">The sections that were read.</param>
    /// <param name="added">The section to add, in pieces.</param>
    public void Append(
        string name, Fingerprint key, ImmutableArray<ReadOnlyMemory<byte>> sections, IEnumerable<ReadOnlyMemory<byte>> added) => Try(() =>
    {
        var length = HeaderLength + sections.Sum(section => (long)SectionHeaderLength + section.Length);
        using var file = File.OpenHandle(Path.Combine(_path, name), FileMode.Open, FileAccess.ReadWrite);
        var header = new byte[HeaderLength];
        if (RandomAccess.GetLength(file) >= length
            && RandomAccess.Read(file, header, 0) == HeaderLength && header.AsSpan().SequenceEqual(Header(key)))
        {
            RandomAccess.SetLength(file, length);
            Write(file, added, length);
        }
    });

    /// <summary>Removes all but the newest files whose names begin alike, so that the cache does not grow without end.</summary>
    public void KeepNewest(string prefix, int count) => Try(() =>
    {
        var files = new DirectoryInfo(_path).GetFiles(prefix + "*");
        foreach (var file in files.OrderByDescending(file => file.LastWriteTimeUtc).Skip(count))
        {
            file.Delete();
        }
    });

    /// <summary>Removes what was needed while it was open: all of it, when nothing was ever kept.</summary>
    public void Dispose()
    {
        if (!_canWrite)
        {
            return;
        }

        try
        {
            File.Delete(_temporary);
            PrivateFolder.RemoveIfEmpty(_path);
            PrivateFolder.RemoveIfEmpty(_private);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Removed by the next build.
        }
    }

    private static byte[] Header(Fingerprint key)
    {
        var header = new RecordWriter();
        header.Raw(FirstLine);
        header.Fingerprint(key);
        return header.Written.ToArray();
    }

    // The header last: until it is written, the checksum does not match.
    private static void Write(SafeFileHandle file, IEnumerable<ReadOnlyMemory<byte>> pieces, long start)
    {
        var (at, checksum) = (start + SectionHeaderLength, new RunningFingerprint());
        foreach (var piece in pieces)
        {
            FileBlocks.Write(file, piece.Span, at);
            checksum.Append(piece.Span);
            at += piece.Length;
        }

        var header = new RecordWriter();
        header.Id((ulong)(at - start - SectionHeaderLength));
        header.Fingerprint(checksum.Value);
        FileBlocks.Write(file, header.Written.Span, start);
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> SectionsOf(ReadOnlyMemory<byte> bytes)
    {
        var sections = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        while (bytes.Length >= SectionHeaderLength)
        {
            var header = new RecordReader(bytes);
            var (length, checksum) = (header.Id(), header.Fingerprint());
            if (length > (ulong)(bytes.Length - SectionHeaderLength))
            {
                break;
            }

            var section = bytes.Slice(SectionHeaderLength, (int)length);
            if (Fingerprint.Compute(section.Span) != checksum)
            {
                break;
            }

            sections.Add(section);
            bytes = bytes[(SectionHeaderLength + section.Length)..];
        }

        return sections.ToImmutable();
    }

    private void Try(Action change)
    {
        if (!_canWrite)
        {
            return;
        }

        try
        {
            change();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next build is slower, and tries again.
        }
    }

    private bool TryBegin()
    {
        try
        {
            Directory.CreateDirectory(_private);
            if (!PrivateFolder.IsOwn(_private))
            {
                return false;
            }

            Directory.CreateDirectory(_path);
            if (!PrivateFolder.IsOwn(_path))
            {
                return false;
            }

            foreach (var left in Directory.EnumerateFiles(_path, "*" + TemporaryEnding))
            {
                File.Delete(left);
            }

            using var file = File.OpenHandle(_temporary, FileMode.CreateNew, FileAccess.Write);
            Times = new FileTimes(File.GetLastWriteTimeUtc(file).Ticks);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
