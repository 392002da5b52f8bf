using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Caching;

/// <summary>The build cache on disk, for the next process.</summary>
/// <remarks>
/// Two kinds of files: parsed sources, which builds and previews of a site share, and traces, one file for each output folder.
/// Both belong to one build of the program and to the options; with others they count as missing.
/// </remarks>
public sealed class BuildCacheStore : IDisposable
{
    private readonly CacheFolder _folder;
    private readonly SiteOptions _options;
    private readonly SourcesFile _sources;
    private readonly OutputsFile _outputs;
    private Func<(RenderCache Traces, FinishedBuild? Finished)>? _read;
    private Func<ParseCache>? _readSources;

    // When the newest source was changed: of the last build, which is not known before the traces are read, and of those listed so far.
    private long _newestBefore = long.MaxValue;
    private long _newestNow;

    private BuildCacheStore(CacheFolder folder, SiteOptions options)
    {
        var key = Fingerprint.Compute(SourceFingerprint.Value).And(Environment.Version.ToString()).And(options.Fingerprint);
        (_folder, _options) = (folder, options);
        _sources = new SourcesFile(folder, key);
        _outputs = new OutputsFile(folder, key, options);
    }

    /// <summary>Opens the cache of a site, before its sources are listed.</summary>
    public static BuildCacheStore Open(SiteOptions options) =>
        new(CacheFolder.Open(options.SourceFolder, canWrite: !options.Writing.IsDryRun), options);

    /// <summary>Begins to read what <see cref="LoadSources"/> gives, while the sources are listed.</summary>
    public void BeginSources() => ReadSources();

    /// <summary>Begins to read what <see cref="Load"/> gives, and to look at the outputs, while the sources are listed.</summary>
    /// <remarks>A build that has nothing to do does not need parsed sources: they are read once a source has changed.</remarks>
    public void BeginBuild() => _read = ParallelStage.Begin(() =>
    {
        var read = _outputs.Read();
        Volatile.Write(ref _newestBefore, read.Finished?.Newest ?? 0);
        read.Traces.BeginLooking(() => Volatile.Read(ref _readSources) is not null);
        return read;
    });

    /// <summary>Is told when a source that was just listed was last changed, in ticks (100 ns, UTC).</summary>
    public void Note(long modified)
    {
        _newestNow = Math.Max(_newestNow, modified);
        if (_newestNow > Volatile.Read(ref _newestBefore))
        {
            ReadSources();
        }
    }

    /// <summary>Reads the cache; empty when there is none for this program and these options.</summary>
    public BuildCache Load()
    {
        var (traces, finished) = _read is null ? _outputs.Read() : _read();
        return Create(traces) with { Finished = finished };
    }

    /// <summary>Reads the parsed sources only, as previews and questions need them.</summary>
    public BuildCache LoadSources() => Create(RenderCache.Empty);

    /// <summary>Writes what a build leaves for the next.</summary>
    public void Save(BuildCache cache)
    {
        // What is known of the file must be complete before it is written.
        _ = _readSources?.Invoke();
        // Without posts, nothing is left behind: it may not be the folder of a site.
        if (_sources.Write(cache.Sources, cache.Times) && cache.Outputs is { } outputs)
        {
            _outputs.Write(outputs, cache);
        }
    }

    /// <summary>Writes the parsed sources only, as a preview does.</summary>
    public void SaveSources(BuildCache cache) => _sources.Write(cache.Sources, cache.Times);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private Func<ParseCache> ReadSources() => _readSources ??= ParallelStage.Begin(_sources.Read);

    private BuildCache Create(RenderCache traces) => new(_options.Fingerprint, new Lazy<ParseCache>(() => ReadSources()()), traces)
    {
        IsStored = true,
        Times = _folder.Times,
    };
}
