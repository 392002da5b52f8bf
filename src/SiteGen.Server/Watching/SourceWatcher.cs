using SiteGen.Pipeline.Configuration;

namespace SiteGen.Server.Watching;

/// <summary>Is told by the system which files may have changed, and passes it on as a hint.</summary>
/// <remarks>Watches the folders of inputs with all that is in them, and the site's own folder and that of its configuration without.</remarks>
internal sealed class SourceWatcher(string source, string? configuration, Action<string?> hint) : IDisposable
{
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    /// <summary>Watches the folders that the options name, those that are there; folders that came or went are seen to.</summary>
    /// <param name="options">What the site is built with; null when that is not known.</param>
    /// <param name="changed">Paths that may have changed: a folder among them may be another one now.</param>
    public void Follow(SiteOptions? options, IReadOnlySet<string>? changed)
    {
        Watch(source, isDeep: false, changed: null);
        if (configuration is not null && Path.GetDirectoryName(configuration) is { } folder)
        {
            Watch(folder, isDeep: false, changed: null);
        }

        foreach (var input in options is null ? [] : (string[])[options.Folders.Posts, options.Folders.Pages, options.Folders.Templates, options.Folders.Static, options.Folders.Data])
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
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
                InternalBufferSize = 64 << 10,
            };
            watcher.Changed += (_, change) => hint(change.FullPath);
            watcher.Created += (_, change) => hint(change.FullPath);
            watcher.Deleted += (_, change) => hint(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                hint(change.OldFullPath);
                hint(change.FullPath);
            };
            // Too much at once: everything is looked at.
            watcher.Error += (_, _) => hint(null);
            watcher.EnableRaisingEvents = true;
            _watchers[folder] = watcher;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // Not there, or no more can be watched: the scan now and then finds what changes.
        }
    }
}
