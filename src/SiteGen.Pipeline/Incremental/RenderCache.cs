using System.Diagnostics;

namespace SiteGen.Pipeline.Incremental;

/// <summary>The render traces of one build, for the next.</summary>
/// <remarks>Each trace lists its own dependencies.</remarks>
[DebuggerDisplay("{_traces.Count} traces")]
internal sealed class RenderCache
{
    private readonly Dictionary<string, RenderTrace> _traces;

    /// <summary>Caches traces by output path.</summary>
    public RenderCache(IEnumerable<KeyValuePair<string, RenderTrace>> traces) =>
        _traces = traces.ToDictionary(StringComparer.Ordinal);

    /// <summary>The cache before the first build.</summary>
    public static RenderCache Empty { get; } = new([]);

    /// <summary>The trace of an output; null when there is none.</summary>
    public RenderTrace? Find(string outputPath) => _traces.GetValueOrDefault(outputPath);
}
