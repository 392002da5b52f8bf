using SiteGen.Pipeline.Parsing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>What one build caches for the next: parsed sources and render traces.</summary>
/// <remarks>Immutable. With other options the whole cache is ignored.</remarks>
public sealed class BuildCache
{
    private readonly Fingerprint _options;

    internal BuildCache(Fingerprint options, ParseCache sources, RenderCache traces) =>
        (_options, Sources, Traces) = (options, sources, traces);

    /// <summary>The cache before the first build.</summary>
    public static BuildCache Empty { get; } = new(default, ParseCache.Empty, RenderCache.Empty);

    /// <summary>The parsed sources.</summary>
    internal ParseCache Sources { get; }

    /// <summary>The render traces.</summary>
    internal RenderCache Traces { get; }

    /// <summary>This cache if it was made with the same options, else an empty one.</summary>
    internal BuildCache Under(Fingerprint options) => _options == options ? this : Empty;

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    /// <remarks>A file that is saved twice within the resolution of its time stamp looks unchanged.</remarks>
    public BuildCache Invalidate(IReadOnlySet<string> fullPaths) => new(_options, Sources.Invalidate(fullPaths), Traces);
}
