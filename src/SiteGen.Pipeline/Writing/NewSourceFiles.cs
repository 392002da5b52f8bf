using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Writing;

/// <summary>Adds files to the folder of a site: inside of it only, through no link, and never over a file.</summary>
/// <param name="root">The site's folder, as an absolute path.</param>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Writes the files that the commands init and new were asked for")]
public sealed class NewSourceFiles(string root)
{
    /// <summary>Whether the folder is missing, or holds nothing but the history of a version control system.</summary>
    public bool IsEmpty => !Directory.Exists(root)
        || Directory.EnumerateFileSystemEntries(root).All(path => Path.GetFileName(path) is ".git" or ".hg" or ".svn");

    /// <summary>Whether the folder is a file.</summary>
    public bool IsFile => File.Exists(root);

    /// <summary>Why a file cannot be added, and the part of its path that is in the way.</summary>
    public (FileObstacle Obstacle, string Path) ObstacleTo(NewFile file)
    {
        var path = file.Path;
        if (!UrlPath.IsInside(path) || path.Any(char.IsControl))
        {
            return (FileObstacle.Outside, path);
        }

        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = new DirectoryInfo(Path.Combine(root, path[..slash]));
            if (folder.LinkTarget is not null)
            {
                return (FileObstacle.Link, path[..slash]);
            }

            if (!folder.Exists && File.Exists(folder.FullName))
            {
                return (FileObstacle.FileForFolder, path[..slash]);
            }
        }

        var full = Path.Combine(root, path);
        var isLink = new FileInfo(full).LinkTarget is not null;
        return file.Before is null
            ? (isLink || Path.Exists(full) ? FileObstacle.Exists : FileObstacle.None, path)
            : (isLink ? FileObstacle.Link : FileObstacle.None, path);
    }

    /// <summary>Adds a file, or adds to one that is still as it was read; otherwise says why not and changes nothing.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public (FileObstacle Obstacle, string Path) Add(NewFile file)
    {
        var obstacle = ObstacleTo(file);
        if (obstacle.Obstacle != FileObstacle.None)
        {
            return obstacle;
        }

        var full = Path.Combine(root, file.Path);
        if (file.Before is { } before)
        {
            return (Append(full, before, file.Bytes) ? FileObstacle.None : FileObstacle.Changed, file.Path);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
        return (Create(full, file.Bytes) ? FileObstacle.None : FileObstacle.Exists, file.Path);
    }

    // Another program may have made the file a moment ago: the system decides who was first.
    private static bool Create(string path, ReadOnlyMemory<byte> bytes)
    {
        Microsoft.Win32.SafeHandles.SafeFileHandle file;
        try
        {
            file = FileBlocks.Create(path);
        }
        catch (IOException) when (Path.Exists(path))
        {
            return false;
        }

        try
        {
            using (file)
            {
                FileBlocks.Write(file, bytes.Span, 0);
            }

            return true;
        }
        catch (IOException)
        {
            // Half of a file is worse than none.
            File.Delete(path);
            throw;
        }
    }

    private static bool Append(string path, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> added)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var bytes = new byte[before.Length + 1];
        if (RandomAccess.Read(file, bytes, 0) != before.Length || !before.Span.SequenceEqual(bytes.AsSpan(0, before.Length)))
        {
            return false;
        }

        try
        {
            FileBlocks.Write(file, added.Span, before.Length);
            return true;
        }
        catch (IOException)
        {
            RandomAccess.SetLength(file, before.Length);
            throw;
        }
    }
}
