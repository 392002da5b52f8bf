using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SiteGen.Pipeline.Writing;

/// <summary>A folder that one process has to itself. The system gives it back when the process ends, however it ends.</summary>
/// <remarks>
/// On Unix the folder itself is locked, so that nothing is written; called directly, because locks by way of the runtime are switched
/// off in the published program. Windows locks files only: there it is one that the system deletes with the lock.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Locks the folders that are written into")]
internal sealed partial class FolderLock : IDisposable
{
    /// <summary>The name of the file that is locked on Windows.</summary>
    public const string FileName = ".sitegen-lock";

    private readonly SafeFileHandle? _handle;

    private FolderLock(SafeFileHandle? handle) => _handle = handle;

    /// <summary>Locks a folder; null when it is locked already, also by this process, or is not there.</summary>
    /// <remarks>Where a file system knows no locks, every attempt succeeds.</remarks>
    public static FolderLock? TryTake(string folder) => OperatingSystem.IsWindows() ? LockFile(folder) : LockFolder(folder);

    /// <summary>Whether what is locked is still the folder at this path, and not one that has been replaced meanwhile.</summary>
    public bool IsAt(string folder)
    {
        using var second = _handle is null ? null : TryTake(folder);
        return second is null && Directory.Exists(folder);
    }

    /// <summary>The process that has locked a folder; null when that cannot be found out.</summary>
    public static int? HolderOf(string folder) => OperatingSystem.IsWindows() ? NumberIn(folder)
        : OperatingSystem.IsLinux() ? ProcessWithLock(folder)
        : null;

    /// <inheritdoc/>
    public void Dispose() => _handle?.Dispose();

    private static FolderLock? LockFolder(string folder)
    {
        const int Exclusive = 2;
        const int WithoutWaiting = 4;
        var wouldBlock = OperatingSystem.IsLinux() ? 11 : 35;
        var handle = new SafeFileHandle(Open(folder, OperatingSystem.IsLinux() ? 0x80000 : 0x1000000), ownsHandle: true);
        if (!handle.IsInvalid && Lock(handle, Exclusive | WithoutWaiting) == 0)
        {
            return new FolderLock(handle);
        }

        var isTaken = handle.IsInvalid ? !Directory.Exists(folder) : Marshal.GetLastPInvokeError() == wouldBlock;
        handle.Dispose();
        return isTaken ? null : new FolderLock(null);
    }

    // The number of the process may be read while the lock is held.
    private static FolderLock? LockFile(string folder)
    {
        try
        {
            var handle = File.OpenHandle(
                Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, FileOptions.DeleteOnClose);
            RandomAccess.Write(handle, BitConverter.GetBytes(Environment.ProcessId), 0);
            return new FolderLock(handle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder in which no file can be made cannot be built into either, which is reported then.
            return File.Exists(Path.Combine(folder, FileName)) || !Directory.Exists(folder) ? null : new FolderLock(null);
        }
    }

    private static int? NumberIn(string folder)
    {
        try
        {
            const FileShare All = FileShare.ReadWrite | FileShare.Delete;
            using var file = File.OpenHandle(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Read, All);
            var bytes = new byte[sizeof(int)];
            return RandomAccess.Read(file, bytes, 0) == bytes.Length ? BitConverter.ToInt32(bytes) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Every open file of a process is a link in /proc, and what is locked through it stands beside.
    private static int? ProcessWithLock(string folder)
    {
        using var own = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
        var target = new FileInfo($"/proc/self/fd/{own.DangerousGetHandle()}").LinkTarget;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            var isProcess = int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var id);
            if (isProcess && target is not null && HasLock(process, target))
            {
                return id;
            }
        }

        return null;
    }

    private static bool HasLock(string process, string target)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")).Any(file => new FileInfo(file).LinkTarget == target
                && File.ReadAllText(Path.Combine(process, "fdinfo", Path.GetFileName(file))).Contains("FLOCK", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process has ended or belongs to another user.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial nint Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);
}
