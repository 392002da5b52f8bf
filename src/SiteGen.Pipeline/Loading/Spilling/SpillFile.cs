using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Loading.Spilling;

/// <summary>Where the texts of a large site are while it is built: a file of this process, instead of memory.</summary>
/// <remarks>
/// One writer at a time; once it is done, any number of threads may read. The file is gone when the process ends, however it ends.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Writes a file of the process in its private folder")]
internal sealed class SpillFile
{
    // Texts of 5 kB one by one take three times as long. Below the size at which the collector treats arrays as large objects.
    private const int BlockSize = 64 << 10;

    private readonly SafeFileHandle _file;
    private SpillBlock _block;

    private SpillFile(SafeFileHandle file) => (_file, _block) = (file, new SpillBlock(file, 0, new byte[BlockSize]));

    /// <summary>Whether a build should keep the texts of a site on disk; a dry run writes nothing.</summary>
    public static bool IsFor(SourceTree tree, SiteOptions options)
    {
        var length = 0L;
        foreach (var file in tree.Files)
        {
            length += file.Kind is SourceKind.Post or SourceKind.Page ? file.Length : 0;
        }

        return length > options.MostTextInMemory && !options.Writing.IsDryRun;
    }

    /// <summary>Makes a file in the private folder of a site; null when the system refuses.</summary>
    public static SpillFile? TryCreate(string sourceFolder)
    {
        try
        {
            var folder = PrivateFolder.In(sourceFolder);
            Directory.CreateDirectory(folder);
            if (!PrivateFolder.IsOwn(folder))
            {
                return null;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"texts-{Environment.ProcessId}-{Path.GetRandomFileName()}");
            var path = Path.Combine(folder, name);
            var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
            // At once, so that nothing is left when the process is killed.
            File.Delete(path);
            return new SpillFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes the private folder when nothing else is in it: the files have no names any more.</summary>
    public static void TidyUp(string sourceFolder)
    {
        try
        {
            PrivateFolder.RemoveIfEmpty(PrivateFolder.In(sourceFolder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // An empty folder is left.
        }
    }

    /// <summary>Writes a text, or keeps it in memory when the disk takes nothing more.</summary>
    public SpilledText Write(ReadOnlySpan<byte> text)
    {
        if (!_block.HasRoomFor(text))
        {
            var free = _block.Write();
            _block = new SpillBlock(_file, _block.End, free?.Length >= text.Length ? free : new byte[Math.Max(BlockSize, text.Length)]);
        }

        return _block.Add(text);
    }
}
