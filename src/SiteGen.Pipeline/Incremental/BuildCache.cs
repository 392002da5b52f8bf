using System.Collections.Immutable;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>What one build caches for the next: parsed sources and render traces.</summary>
/// <remarks>Immutable. With other options the whole cache is ignored.</remarks>
public sealed record BuildCache
{
    private readonly Lazy<ParseCache> _sources;

    internal BuildCache(Fingerprint options, Lazy<ParseCache> sources, RenderCache traces) =>
        (Options, _sources, Traces) = (options, sources, traces);

    /// <summary>The cache before the first build.</summary>
    public static BuildCache Empty { get; } = new(default, new Lazy<ParseCache>(ParseCache.Empty), RenderCache.Empty);

    /// <summary>The parsed sources.</summary>
    internal ParseCache Sources
    {
        get => _sources.Value;
        init => _sources = new Lazy<ParseCache>(value);
    }

    /// <summary>The render traces of earlier builds.</summary>
    internal RenderCache Traces { get; }

    /// <summary>The render traces of the last build that are not among those.</summary>
    internal ImmutableArray<TraceSection> NewTraces { get; init; } = [];

    /// <summary>The paths of all outputs of the last build; null when it wrote nothing, or when the cache is not stored.</summary>
    internal IReadOnlySet<string>? Outputs { get; init; }

    /// <summary>The last build, when everything that it had to write is written; otherwise null.</summary>
    internal FinishedBuild? Finished { get; init; }

    /// <summary>Whether it is stored on disk.</summary>
    internal bool IsStored { get; init; }

    /// <summary>When the sources were listed.</summary>
    internal FileTimes Times { get; init; }

    private Fingerprint Options { get; init; }

    /// <summary>This cache if it was made with the same options, else an empty one.</summary>
    internal BuildCache Under(Fingerprint options) => Options == options ? this
        : IsStored ? Empty with { Options = options, Sources = ParseCache.Recording, IsStored = true, Times = Times }
        : Empty;

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    /// <remarks>A file that is saved twice within the resolution of its time stamp looks unchanged.</remarks>
    public BuildCache Invalidate(IReadOnlySet<string> fullPaths) => this with { Sources = Sources.Invalidate(fullPaths), Finished = null };
}
