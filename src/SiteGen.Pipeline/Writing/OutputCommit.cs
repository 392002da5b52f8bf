using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Writing;

/// <summary>Moves what is staged into the output folder: all of it, or, when the system refuses a move, nothing.</summary>
/// <remarks>
/// Every move is atomic, so that each file is whole at any moment, also for a process that is killed. What a file was
/// before is kept in the staging folder until the end.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Changes the output folder")]
internal sealed partial class OutputCommit(string root, StagingFolder staging)
{
    private readonly Stack<Action> _undo = new();
    private Action? _undoAnnouncement;
    private int _kept;

    /// <summary>Makes some changes; when one of them fails, those before it are taken back.</summary>
    /// <exception cref="CommitException">The system refuses one.</exception>
    public void Run(Action changes)
    {
        try
        {
            changes();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommitException(exception, TakeBack());
        }
        catch (Exception)
        {
            TakeBack();
            throw;
        }
    }

    /// <summary>Writes the list of what is to come. It stays until the end, and also when not all can be taken back.</summary>
    public void Announce(int number, string path)
    {
        Write(number, path);
        _undoAnnouncement = _undo.Pop();
    }

    /// <summary>Moves all new files into place, whole folders where the folder is new; the front page comes last.</summary>
    public void PlaceNew() => PlaceNew("");

    /// <summary>Replaces a file with staged bytes.</summary>
    public void Replace(int number, string path)
    {
        var (full, staged) = (Path.Combine(root, path), staging.Changed(number));
        if (Exchanges(staged, full))
        {
            _undo.Push(() => File.Move(staged, full, overwrite: true));
            return;
        }

        var old = staging.Old(_kept++);
        Keep(full, old);
        File.Move(staged, full, overwrite: true);
        _undo.Push(() => File.Move(old, full, overwrite: true));
    }

    /// <summary>Writes a file of the program's own, whether or not it is there.</summary>
    public void Write(int number, string path)
    {
        if (File.Exists(Path.Combine(root, path)))
        {
            Replace(number, path);
        }
        else
        {
            Place(staging.Changed(number), Path.Combine(root, path), isFolder: false);
        }
    }

    /// <summary>Removes a file if it is there, and the folders that are empty then.</summary>
    public void Remove(string path)
    {
        var (full, old) = (Path.Combine(root, path), staging.Old(_kept++));
        if (File.Exists(full))
        {
            File.Move(full, old);
            _undo.Push(() =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
                File.Move(old, full);
            });
        }

        for (var folder = SitePath.FolderOf(path); folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            var parent = Path.Combine(root, folder);
            if (Directory.Exists(parent) && Directory.EnumerateFileSystemEntries(parent).Any())
            {
                return;
            }

            if (Directory.Exists(parent))
            {
                Directory.Delete(parent);
            }
        }
    }

    private void PlaceNew(string folder)
    {
        const string FrontPage = "index.html";
        var staged = new DirectoryInfo(Path.Combine(staging.New, folder));
        foreach (var inner in staged.GetDirectories())
        {
            var path = folder.Length == 0 ? inner.Name : $"{folder}/{inner.Name}";
            if (Directory.Exists(Path.Combine(root, path)))
            {
                PlaceNew(path);
            }
            else
            {
                Place(inner.FullName, Path.Combine(root, path), isFolder: true);
            }
        }

        var files = staged.GetFiles();
        foreach (var file in files.Where(file => file.Name != FrontPage).Concat(files.Where(file => file.Name == FrontPage)))
        {
            Place(file.FullName, Path.Combine(root, folder, file.Name), isFolder: false);
        }
    }

    private void Place(string staged, string target, bool isFolder)
    {
        if (isFolder)
        {
            Directory.Move(staged, target);
            _undo.Push(() => Directory.Move(target, staged));
        }
        else
        {
            File.Move(staged, target);
            _undo.Push(() => File.Move(target, staged));
        }
    }

    private bool TakeBack()
    {
        var isRestored = true;
        while (_undo.TryPop(out var undo))
        {
            isRestored &= Succeeds(undo);
        }

        return isRestored && (_undoAnnouncement is null || Succeeds(_undoAnnouncement));
    }

    private static bool Succeeds(Action undo)
    {
        try
        {
            undo();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Linux can exchange two files in one step, most disks too.
    private static bool Exchanges(string staged, string full)
    {
        const int FromCurrentFolder = -100;
        const uint Exchange = 2;
        try
        {
            return OperatingSystem.IsLinux() && !Directory.Exists(full)
                && Rename(FromCurrentFolder, staged, FromCurrentFolder, full, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return false;
        }
    }

    // Elsewhere a second name for the same bytes costs least; where a disk has none, they are copied.
    private static void Keep(string full, string old)
    {
        if (OperatingSystem.IsWindows() || Link(full, old) != 0)
        {
            File.Copy(full, old);
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int folder, string path, int newFolder, string newPath, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string newPath);
}
