using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The output folder on disk: the only code of the pipeline that writes files.</summary>
/// <remarks>
/// A new file is created exclusively; a changed one is written to a staging folder and moved into place when the whole
/// build is done. Paths are relative to the folder, with <c>/</c>. Safe for several threads on different paths.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The only code that writes files")]
internal sealed class OutputFolder(string root)
{
    private const string StagingName = ".sitegen-staging";

    /// <summary>Its name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>Whether the folder is missing or has nothing in it.</summary>
    public bool IsEmpty => !Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any();

    /// <summary>Refuses a folder that is a file, for which the system has a different excuse at every call.</summary>
    /// <exception cref="IOException">It is a file.</exception>
    public void RefuseFile()
    {
        const int NotADirectory = 20;
        if (File.Exists(root))
        {
            throw new IOException($"'{root}'", NotADirectory);
        }
    }

    /// <summary>Whether a file exists.</summary>
    public bool Has(string path) => File.Exists(FullPath(path));

    /// <summary>The bytes of a file; null when it does not exist.</summary>
    public byte[]? Read(string path) => Has(path) ? File.ReadAllBytes(FullPath(path)) : null;

    /// <summary>Whether a file has exactly these bytes.</summary>
    public bool Holds(string path, ReadOnlySpan<byte> bytes, Utf8Buffer buffer)
    {
        using var file = File.OpenHandle(FullPath(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) != bytes.Length)
        {
            return false;
        }

        buffer.Clear();
        var room = buffer.GetSpan(bytes.Length)[..bytes.Length];
        var done = 0;
        for (var read = 1; done < bytes.Length && read > 0; done += read)
        {
            read = RandomAccess.Read(file, room[done..], done);
        }

        return bytes.SequenceEqual(room);
    }

    /// <summary>Whether two names that differ in case only are two files.</summary>
    /// <param name="mayWrite">Whether an empty folder may be tried out; it is left as it was. Taken for granted otherwise.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public bool DistinguishesCase(bool mayWrite)
    {
        if (Has(Manifest.FileName))
        {
            return !File.Exists(Path.Combine(root, Manifest.FileName.ToUpperInvariant()));
        }

        return !mayWrite || TryOutCase();
    }

    /// <summary>Creates a file that does not exist yet, with its folders.</summary>
    public void Create(string path, ReadOnlySpan<byte> bytes)
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
        Save(full, bytes, FileMode.CreateNew);
    }

    /// <summary>Writes bytes that <see cref="Commit"/> moves into place later.</summary>
    /// <param name="number">Identifies them until then.</param>
    /// <param name="bytes">The bytes.</param>
    public void Stage(int number, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.Combine(root, StagingName));
        Save(StagedPath(number), bytes, FileMode.Create);
    }

    /// <summary>Replaces a file with staged bytes, atomically.</summary>
    public void Commit(int number, string path) => File.Move(StagedPath(number), FullPath(path), overwrite: true);

    /// <summary>Writes a file atomically: the old bytes stay until the new ones are complete.</summary>
    public void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        Stage(-1, bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path)) ?? root);
        Commit(-1, path);
    }

    /// <summary>Deletes everything staged.</summary>
    public void ClearStaging()
    {
        var staging = Path.Combine(root, StagingName);
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Deletes a file, and the folders that it leaves empty.</summary>
    public void Delete(string path)
    {
        File.Delete(FullPath(path));
        for (var folder = SitePath.FolderOf(path); folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            var full = FullPath(folder);
            if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any())
            {
                return;
            }

            if (Directory.Exists(full))
            {
                Directory.Delete(full);
            }
        }
    }

    /// <summary>The innermost of a folder and its parents that is a symbolic link; null when none is.</summary>
    public string? FirstLink(string folder)
    {
        for (; folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            if (new DirectoryInfo(FullPath(folder)).LinkTarget is not null)
            {
                return folder;
            }
        }

        return null;
    }

    private bool TryOutCase()
    {
        var isNew = !Directory.Exists(root);
        var staging = Path.Combine(root, StagingName);
        Directory.CreateDirectory(staging);
        try
        {
            Save(Path.Combine(staging, "case"), [], FileMode.Create);
            return !File.Exists(Path.Combine(staging, "CASE"));
        }
        finally
        {
            Directory.Delete(isNew ? root : staging, recursive: true);
        }
    }

    private static void Save(string fullPath, ReadOnlySpan<byte> bytes, FileMode mode)
    {
        using var file = File.OpenHandle(fullPath, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, bytes, 0);
    }

    // Planning rejects such paths already; this makes sure that none is ever written.
    private string FullPath(string path) => UrlPath.IsInside(path)
        ? Path.Combine(root, path)
        : throw new IOException($"'{path}' is not inside the output folder");

    private string StagedPath(int number) => Path.Combine(root, StagingName, number.ToString(CultureInfo.InvariantCulture));
}
