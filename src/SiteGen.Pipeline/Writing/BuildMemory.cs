using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>What one build leaves for the next.</summary>
/// <remarks>
/// Entries are never changed, only replaced. What is kept of a source depends on that source and on the options, never
/// on another source; a trace says for itself what it depends on. Under other options everything is forgotten.
/// </remarks>
public sealed class BuildMemory
{
    private readonly Fingerprint _options;
    private readonly Dictionary<string, KeptSource> _sources;
    private readonly Dictionary<string, RenderTrace> _traces;

    private BuildMemory(Fingerprint options, Dictionary<string, KeptSource> sources, Dictionary<string, RenderTrace> traces)
    {
        _options = options;
        _sources = sources;
        _traces = traces;
    }

    private IReadOnlySet<string> Forgotten { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The memory before the first build.</summary>
    public static BuildMemory Empty { get; } =
        new(default, new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    /// <summary>This memory if it was left under the same options, else an empty one.</summary>
    internal BuildMemory Under(Fingerprint options) => _options == options ? this : Empty;

    /// <summary>This memory without some files, which are read again even if they look unchanged.</summary>
    /// <remarks>A file that is saved twice within a tick of the disk's clock looks the same.</remarks>
    public BuildMemory Without(IReadOnlySet<string> fullPaths) => new(_options, _sources, _traces) { Forgotten = fullPaths };

    /// <summary>What was parsed from a file that has not changed since.</summary>
    internal ParsedSource? SourceOf(SourceFile file) =>
        _sources.TryGetValue(file.Path, out var kept) && kept.Stamp == file.Stamp && kept.Source.File.FullPath == file.FullPath
        && (Forgotten.Count == 0 || file.FullPath is null || !Forgotten.Contains(file.FullPath)) ? kept.Source : null;

    /// <summary>The trace of the rendering that wrote an output.</summary>
    internal RenderTrace? TraceOf(string outputPath) => _traces.GetValueOrDefault(outputPath);

    /// <summary>The memory of a finished build.</summary>
    internal static BuildMemory Of(Fingerprint options, SourceTree tree, ParsedSources parsed, IEnumerable<KeyValuePair<string, RenderTrace>> traces)
    {
        var sources = new Dictionary<string, KeptSource>(tree.Files.Length, StringComparer.Ordinal);
        for (var i = 0; i < tree.Files.Length; i++)
        {
            sources[tree.Files[i].Path] = new KeptSource(tree.Files[i].Stamp, parsed.Sources[i]);
        }

        return new BuildMemory(options, sources, traces.ToDictionary(StringComparer.Ordinal));
    }

    // The stamp is the one of the listing: what was parsed may carry the fingerprint of its content instead.
    private sealed record KeptSource(Fingerprint Stamp, ParsedSource Source);
}
