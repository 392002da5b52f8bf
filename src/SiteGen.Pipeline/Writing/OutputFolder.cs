using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The folder of the finished site on disk: the one door through which the pipeline writes.</summary>
/// <remarks>
/// A new file is created exclusively, a changed one is written beside the site first and moved into place when the
/// whole build is done. Paths are relative to the folder, with <c>/</c>. Safe for several threads on different paths.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are written")]
internal sealed class OutputFolder(string root)
{
    private const string StagingName = ".sitegen-staging";

    /// <summary>Whether there is anything in the folder.</summary>
    public bool IsEmpty => !Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any();

    /// <summary>Whether a file is there.</summary>
    public bool Has(string path) => File.Exists(FullPath(path));

    /// <summary>The bytes of a file; null when it is not there.</summary>
    public byte[]? Read(string path) => Has(path) ? File.ReadAllBytes(FullPath(path)) : null;

    /// <summary>Whether a file holds exactly these bytes.</summary>
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

    /// <summary>Creates a file that is not there yet, with its folders.</summary>
    public void Create(string path, ReadOnlySpan<byte> bytes)
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
        Save(full, bytes, FileMode.CreateNew);
    }

    /// <summary>Writes what will take a file's place.</summary>
    public void Stage(int number, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.Combine(root, StagingName));
        Save(StagedPath(number), bytes, FileMode.Create);
    }

    /// <summary>Moves what was staged into the place of a file, in one step.</summary>
    public void Commit(int number, string path) => File.Move(StagedPath(number), FullPath(path), overwrite: true);

    /// <summary>Writes a file in one step: what was there stays until the new bytes are complete.</summary>
    public void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        Stage(-1, bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path)) ?? root);
        Commit(-1, path);
    }

    /// <summary>Removes what an interrupted build has staged.</summary>
    public void ClearStaging()
    {
        var staging = Path.Combine(root, StagingName);
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Deletes a file, and its folders as far as they are empty then.</summary>
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

    /// <summary>The first folder on the way to a file that is a link to somewhere else; null when there is none.</summary>
    public string? LinkOnTheWayTo(string folder)
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

    private static void Save(string fullPath, ReadOnlySpan<byte> bytes, FileMode mode)
    {
        using var file = File.OpenHandle(fullPath, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, bytes, 0);
    }

    // The last line of defence: no plan has such a path.
    private string FullPath(string path) => UrlPath.IsInside(path) ? Path.Combine(root, path) : throw new IOException($"'{path}' is not inside the output folder");

    private string StagedPath(int number) => Path.Combine(root, StagingName, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
