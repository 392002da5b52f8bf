using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>What one build caches for the next: parsed sources and render traces.</summary>
/// <remarks>With other options the whole cache is ignored.</remarks>
public sealed class BuildCache
{
    private readonly Fingerprint _options;
    private readonly Lazy<ParseCache> _sources;

    internal BuildCache(Fingerprint options, ParseCache sources, RenderCache traces)
        : this(options, new Lazy<ParseCache>(sources), traces)
    {
    }

    internal BuildCache(Fingerprint options, Lazy<ParseCache> sources, RenderCache traces) =>
        (_options, _sources, Traces) = (options, sources, traces);

    /// <summary>The cache before the first build.</summary>
    public static BuildCache Empty { get; } = new(default, ParseCache.Empty, RenderCache.Empty);

    /// <summary>The parsed sources.</summary>
    internal ParseCache Sources => _sources.Value;

    /// <summary>The render traces of the builds before.</summary>
    internal RenderCache Traces { get; }

    /// <summary>The render traces of the last build that are not among those.</summary>
    internal ImmutableArray<TraceSection> NewTraces { get; init; } = [];

    /// <summary>The last build, when everything that it had to write is written; otherwise null.</summary>
    internal FinishedBuild? Finished { get; init; }

    /// <summary>Whether it is kept on disk.</summary>
    internal bool IsStored { get; init; }

    /// <summary>When the sources were listed.</summary>
    internal FileTimes Times { get; init; }

    /// <summary>This cache if it was made with the same options, else an empty one.</summary>
    internal BuildCache Under(Fingerprint options) => _options == options ? this
        : IsStored ? With(new(options, ParseCache.Recording, RenderCache.Empty))
        : Empty;

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    /// <remarks>A file that is saved twice within the resolution of its time stamp looks unchanged.</remarks>
    public BuildCache Invalidate(IReadOnlySet<string> fullPaths) => With(new(_options, Sources.Invalidate(fullPaths), Traces));

    /// <summary>The cache after a build.</summary>
    /// <param name="sources">What it parsed.</param>
    /// <param name="traces">The traces of what it rendered.</param>
    internal BuildCache After(ParseCache sources, ImmutableArray<TraceSection> traces) =>
        With(new(_options, sources, Traces) { NewTraces = traces });

    /// <summary>The cache after a build that may have nothing left to do.</summary>
    internal BuildCache After(FinishedBuild? finished) =>
        With(new(_options, _sources, Traces) { NewTraces = NewTraces, Finished = finished });

    private BuildCache With(BuildCache cache) => new(cache._options, cache._sources, cache.Traces)
    {
        NewTraces = cache.NewTraces,
        Finished = cache.Finished,
        IsStored = IsStored,
        Times = Times,
    };
}
