using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Writing;

/// <summary>The right to write into an output folder, which one build has at a time.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Makes the output folder")]
public sealed class OutputClaim : IDisposable
{
    // The other build may be about to end.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FolderLock? _lock;
    private readonly string _root;
    private readonly bool _isNew;

    private OutputClaim(FolderLock? taken, string root, bool isNew) => (_lock, _root, _isNew) = (taken, root, isNew);

    /// <summary>Claims the output folder, and makes it when it is not there. A dry run writes nothing and claims nothing.</summary>
    /// <param name="options">The options of the build.</param>
    /// <param name="cancellation">Stops the waiting for another build.</param>
    /// <exception cref="OutputInUseException">Another build has it, and did not end within some seconds.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    public static OutputClaim Take(SiteOptions options, CancellationToken cancellation)
    {
        var root = Path.TrimEndingDirectorySeparator(options.OutputFolder);
        if (options.Writing.IsDryRun)
        {
            return new OutputClaim(null, root, false);
        }

        OutputFolder.RefuseFile(root);
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var isNew = !Directory.Exists(root);
            Directory.CreateDirectory(root);
            var taken = FolderLock.TryTake(root);
            if (taken?.IsAt(root) == true)
            {
                return new OutputClaim(taken, root, isNew);
            }

            taken?.Dispose();
            if (Stopwatch.GetElapsedTime(start) > s_patience)
            {
                throw new OutputInUseException(root, FolderLock.HolderOf(root));
            }

            cancellation.WaitHandle.WaitOne(s_pause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Gives the folder back; one that was made for nothing is removed.</summary>
    public void Dispose()
    {
        if (_isNew && !OperatingSystem.IsWindows())
        {
            RemoveIfEmpty();
        }

        _lock?.Dispose();
        if (_isNew && OperatingSystem.IsWindows())
        {
            RemoveIfEmpty();
        }
    }

    private void RemoveIfEmpty()
    {
        try
        {
            if (!Directory.EnumerateFileSystemEntries(_root).Any())
            {
                Directory.Delete(_root);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Harmless if it stays.
        }
    }
}
