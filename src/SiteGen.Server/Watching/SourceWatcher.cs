using SiteGen.Pipeline.Configuration;

namespace SiteGen.Server.Watching;

/// <summary>Watches the source folders and reports paths that may have changed; null means any may have.</summary>
/// <remarks>Input folders are watched recursively, the site's own folder and the configuration file's are not.</remarks>
/// <param name="source">The site's folder.</param>
/// <param name="configuration">The absolute paths of the configuration files that the command line names.</param>
/// <param name="onChange">Called with each path, and with null.</param>
internal sealed class SourceWatcher(string source, IEnumerable<string> configuration, Action<string?> onChange) : IDisposable
{
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    /// <summary>Watches the folders that the options name and that exist.</summary>
    /// <param name="options">The site's options; null if not known yet.</param>
    /// <param name="changed">Paths that may have changed. A folder among them may have been replaced, so it is watched again.</param>
    public void Follow(SiteOptions? options, IReadOnlySet<string>? changed)
    {
        Watch(source, isDeep: false, changed: null);
        foreach (var folder in configuration.Select(Path.GetDirectoryName).OfType<string>())
        {
            Watch(folder, isDeep: false, changed: null);
        }

        foreach (var (_, input) in options?.Folders.All ?? [])
        {
            Watch(Path.GetFullPath(Path.Combine(source, input)), isDeep: true, changed);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        _watchers.Clear();
    }

    private void Watch(string folder, bool isDeep, IReadOnlySet<string>? changed)
    {
        var isKnown = _watchers.TryGetValue(folder, out var old);
        if (isKnown && changed?.Contains(folder) != true)
        {
            return;
        }

        old?.Dispose();
        _watchers.Remove(folder);
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = isDeep,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName
                    | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
                InternalBufferSize = 64 << 10,
            };
            watcher.Changed += (_, change) => onChange(change.FullPath);
            watcher.Created += (_, change) => onChange(change.FullPath);
            watcher.Deleted += (_, change) => onChange(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                onChange(change.OldFullPath);
                onChange(change.FullPath);
            };
            // The buffer overflowed and events are lost: any file may have changed.
            watcher.Error += (_, _) => onChange(null);
            watcher.EnableRaisingEvents = true;
            _watchers[folder] = watcher;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // The folder does not exist or the system's limit on watches is reached: the periodic scan finds its changes.
        }
    }
}
