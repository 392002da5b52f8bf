using System.Diagnostics.CodeAnalysis;
using System.Text;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The folder <c>.sitegen/images</c>: what was made of pictures, by the fingerprint of all that it depends on.</summary>
/// <remarks>
/// A file ends with a checksum; a damaged one counts as missing. What the system refuses is not a problem of the build: pictures are
/// then made again. Safe for several threads and processes.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Reads and writes the cache of the program")]
internal sealed class ImageCacheFolder
{
    private const string Name = "images";
    private const string TemporaryEnding = ".tmp";
    private const int ChecksumLength = 32;
    private const int MostBytes = 256 << 20;

    private static readonly TimeSpan s_unusedFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_betweenTouches = TimeSpan.FromDays(1);

    private readonly string _private;
    private readonly string _path;
    private readonly bool _isUsed;
    private readonly bool _canWrite;
    private volatile bool _isReady;

    private ImageCacheFolder(string sourceFolder, bool isUsed, bool canWrite)
    {
        _private = PrivateFolder.In(sourceFolder);
        _path = Path.Combine(_private, Name);
        (_isUsed, _canWrite) = (isUsed, isUsed && canWrite);
    }

    /// <summary>Whether something was written since it was opened.</summary>
    public bool HasChanged => _isReady;

    /// <summary>The cache of a site.</summary>
    /// <param name="sourceFolder">The site's folder, as an absolute path.</param>
    /// <param name="isUsed">Whether it is read at all.</param>
    /// <param name="canWrite">Whether it may be changed.</param>
    public static ImageCacheFolder Open(string sourceFolder, bool isUsed, bool canWrite) => new(sourceFolder, isUsed, canWrite);

    /// <summary>Reads a file; null when it is missing or damaged.</summary>
    /// <param name="key">What it depends on.</param>
    public byte[]? Read(Fingerprint key)
    {
        if (!_isUsed)
        {
            return null;
        }

        try
        {
            var file = new FileInfo(FileOf(key));
            if (!PrivateFolder.IsOwn(_path) || file is not { Exists: true, LinkTarget: null, Length: >= ChecksumLength and <= MostBytes })
            {
                return null;
            }

            var all = File.ReadAllBytes(file.FullName);
            var bytes = all[..^ChecksumLength];
            return ChecksumOf(key, bytes).AsSpan().SequenceEqual(all.AsSpan(bytes.Length)) ? bytes : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file, as a whole or not at all.</summary>
    /// <param name="key">What it depends on.</param>
    /// <param name="bytes">What it is to hold.</param>
    public void Write(Fingerprint key, ReadOnlySpan<byte> bytes)
    {
        if (!_canWrite)
        {
            return;
        }

        try
        {
            if (!PrepareFolder())
            {
                return;
            }

            var temporary = Path.Combine(_path, Path.GetRandomFileName() + TemporaryEnding);
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                FileBlocks.Write(file, bytes, 0);
                FileBlocks.Write(file, ChecksumOf(key, bytes), bytes.Length);
            }

            File.Move(temporary, FileOf(key), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Made again by the next build.
        }
    }

    /// <summary>Removes files that no build has used for a month, and temporary files of killed builds.</summary>
    /// <param name="used">The keys that the site uses now.</param>
    public void Sweep(IEnumerable<Fingerprint> used)
    {
        if (!_canWrite || !PrivateFolder.IsOwn(_path))
        {
            return;
        }

        var names = used.Select(key => key.ToString()).ToHashSet(StringComparer.Ordinal);
        FileInfo[] files = [.. new DirectoryInfo(_path).EnumerateFiles()];
        // By the clock that gives files their times: something was just written.
        var now = files.Length == 0 ? default : files.Max(file => file.LastWriteTimeUtc);
        foreach (var file in files)
        {
            try
            {
                Sweep(file, names.Contains(file.Name), now);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Removed by a later build.
            }
        }
    }

    private static void Sweep(FileInfo file, bool isUsed, DateTime now)
    {
        var age = now - file.LastWriteTimeUtc;
        if (isUsed && age > s_betweenTouches)
        {
            file.LastWriteTimeUtc = now;
        }
        else if (!isUsed && age > (file.Extension == TemporaryEnding ? s_betweenTouches : s_unusedFor))
        {
            file.Delete();
        }
    }

    private static byte[] ChecksumOf(Fingerprint key, ReadOnlySpan<byte> bytes) =>
        Encoding.ASCII.GetBytes(Fingerprint.Compute(bytes).And(key).ToString());

    private bool PrepareFolder()
    {
        if (_isReady)
        {
            return true;
        }

        Directory.CreateDirectory(_private);
        if (PrivateFolder.IsOwn(_private))
        {
            Directory.CreateDirectory(_path);
            PrivateFolder.IgnoreInGit(_private);
        }

        return _isReady = PrivateFolder.IsOwn(_private) && PrivateFolder.IsOwn(_path);
    }

    private string FileOf(Fingerprint key) => Path.Combine(_path, key.ToString());
}
