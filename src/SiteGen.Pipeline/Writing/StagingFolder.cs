using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SiteGen.Pipeline.Loading.Spilling;

namespace SiteGen.Pipeline.Writing;

/// <summary>Where a build keeps what it made until all of it is moved into the output folder.</summary>
/// <remarks>
/// It is in the site's private folder, so that nothing of it is ever published, not even of a build that was killed. Only a
/// move within one disk is atomic: where the output folder is on another one, it is in the output folder. It is made when it
/// is first needed.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Makes and removes the folder of unfinished outputs")]
internal sealed class StagingFolder
{
    /// <summary>Its name in the output folder.</summary>
    public const string NameInOutput = ".sitegen-staging";

    private const string Prefix = "build-";
    private const int MostAttempts = 100;

    private readonly string _private;
    private readonly string _inOutput;
    private readonly Lazy<Place> _place;

    /// <summary>A staging folder of a site.</summary>
    public StagingFolder(string sourceFolder, string outputFolder)
    {
        _private = PrivateFolder.In(sourceFolder);
        _inOutput = Path.Combine(outputFolder, NameInOutput);
        _place = new Lazy<Place>(Make);
    }

    /// <summary>Whether there is one.</summary>
    public bool IsMade => _place.IsValueCreated;

    /// <summary>Files that the output folder does not have yet, with their folders.</summary>
    public string New => Path.Combine(_place.Value.Path, "new");

    /// <summary>The path for the new bytes of a file.</summary>
    public string Changed(int number) => Numbered("changed", number);

    /// <summary>The path for what a file of the output folder was before.</summary>
    public string Old(int number) => Numbered("old", number);

    /// <summary>Removes what builds that were killed have left.</summary>
    public void Sweep()
    {
        Remove(_inOutput);
        try
        {
            foreach (var folder in PrivateFolder.IsOwn(_private) ? Directory.EnumerateDirectories(_private, Prefix + "*") : [])
            {
                // A build of the same site into another folder may be running.
                using var taken = FolderLock.TryTake(folder);
                if (taken is not null)
                {
                    RemoveLocked(folder, taken);
                }
            }

            PrivateFolder.RemoveIfEmpty(_private);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Harmless; the next build tries again.
        }
    }

    /// <summary>Removes it with everything in it; what the system refuses to remove is left to the next build.</summary>
    public void Clear()
    {
        if (!IsMade)
        {
            return;
        }

        try
        {
            RemoveLocked(_place.Value.Path, _place.Value.Lock);
            PrivateFolder.RemoveIfEmpty(_private);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Swept by the next build.
        }
        finally
        {
            _place.Value.Lock?.Dispose();
        }
    }

    // Made in the output folder and moved out of it: whether that works decides where it is.
    private Place Make()
    {
        for (var number = 1; number <= MostAttempts; number++)
        {
            Directory.CreateDirectory(_inOutput);
            var suffix = number == 1 ? "" : FormattableString.Invariant($"-{number}");
            var path = Path.Combine(_private, FormattableString.Invariant($"{Prefix}{Environment.ProcessId}{suffix}"));
            if (!CanMoveTo(path))
            {
                break;
            }

            // Another build may sweep a folder between its making and its locking.
            if (Directory.Exists(path) && !Directory.Exists(_inOutput) && FolderLock.TryTake(path) is { } taken)
            {
                return new Place(WithFolders(path), taken);
            }
        }

        return new Place(WithFolders(_inOutput), null);
    }

    private bool CanMoveTo(string path)
    {
        try
        {
            Directory.CreateDirectory(_private);
            if (!PrivateFolder.IsOwn(_private))
            {
                return false;
            }

            Directory.Move(_inOutput, path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The name is that of a process in another container, or another build has just removed the private folder: not the disk.
            return Path.Exists(path) || !Directory.Exists(_private);
        }
    }

    private static string WithFolders(string path)
    {
        foreach (var name in (string[])["new", "changed", "old"])
        {
            Directory.CreateDirectory(Path.Combine(path, name));
        }

        return path;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Remove(new DirectoryInfo(folder));
        }
    }

    // The runtime's own way is compiled when it is first called, which takes longer than all of this.
    private static void Remove(DirectoryInfo folder)
    {
        foreach (var entry in folder.LinkTarget is null ? folder.GetFileSystemInfos() : [])
        {
            if (entry is DirectoryInfo inner)
            {
                Remove(inner);
            }
            else
            {
                entry.Delete();
            }
        }

        folder.Delete();
    }

    private static void RemoveLocked(string folder, FolderLock? taken)
    {
        if (OperatingSystem.IsWindows())
        {
            // The lock is a file in it.
            taken?.Dispose();
        }

        Remove(folder);
    }

    private string Numbered(string folder, int number) =>
        Path.Combine(_place.Value.Path, folder, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where it is, and what keeps other builds from sweeping it.</summary>
    private sealed record Place(string Path, FolderLock? Lock);
}
