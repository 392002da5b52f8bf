namespace SiteGen.Pipeline.Incremental;

/// <summary>The traces of one build's outputs, for the next.</summary>
/// <remarks>A trace states for itself what it depends on.</remarks>
internal sealed class RenderCache
{
    private readonly Dictionary<string, RenderTrace> _traces;

    /// <summary>Caches traces by output path.</summary>
    public RenderCache(IEnumerable<KeyValuePair<string, RenderTrace>> traces) => _traces = traces.ToDictionary(StringComparer.Ordinal);

    /// <summary>The cache before the first build.</summary>
    public static RenderCache Empty { get; } = new([]);

    /// <summary>The trace of the rendering that wrote an output; null when there is none.</summary>
    public RenderTrace? Find(string outputPath) => _traces.GetValueOrDefault(outputPath);
}
