using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Loading.Spilling;

/// <summary>Where the texts of a large site are while it is built: a file of this process, instead of memory.</summary>
/// <remarks>One writer at a time; any number of threads may read. The file is gone when the process ends, however it ends.</remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Writes a file of the process in its private folder")]
internal sealed class SpillFile
{
    private readonly SafeFileHandle _file;
    private long _length;

    private SpillFile(SafeFileHandle file) => _file = file;

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

    /// <summary>Writes a text; null when the disk takes nothing more.</summary>
    public SpilledText? Write(ReadOnlySpan<byte> text)
    {
        try
        {
            RandomAccess.Write(_file, text, _length);
            _length += text.Length;
            return new SpilledText(this, _length - text.Length, text.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public ReadOnlyMemory<byte> Read(SpilledText text)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(text.Length);
        var done = 0;
        for (var read = 1; read > 0 && done < bytes.Length; done += read)
        {
            read = RandomAccess.Read(_file, bytes.AsSpan(done), text.Start + done);
        }

        return done == bytes.Length ? bytes : throw new EndOfStreamException();
    }
}

/// <summary>A text in a <see cref="SpillFile"/>.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Its offset.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record SpilledText(SpillFile File, long Start, int Length)
{
    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Read() => File.Read(this);
}
