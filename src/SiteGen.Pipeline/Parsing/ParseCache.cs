using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>The parsed sources of one build, for the next.</summary>
/// <remarks>
/// Immutable. An entry depends on one source and on the options, never on another source.
/// </remarks>
internal sealed class ParseCache
{
    private readonly Dictionary<string, CachedSource> _sources;

    private ParseCache(Dictionary<string, CachedSource> sources) => _sources = sources;

    /// <summary>The cache before the first build.</summary>
    public static ParseCache Empty { get; } = new(new(StringComparer.Ordinal));

    private IReadOnlySet<string> Invalidated { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Caches everything that was parsed.</summary>
    public static ParseCache Create(SourceTree tree, ParsedSources parsed)
    {
        var sources = new Dictionary<string, CachedSource>(tree.Files.Length, StringComparer.Ordinal);
        for (var i = 0; i < tree.Files.Length; i++)
        {
            sources[tree.Files[i].Path] = new CachedSource(tree.Files[i].Stamp, parsed.Sources[i]);
        }

        return new ParseCache(sources);
    }

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    public ParseCache Invalidate(IReadOnlySet<string> fullPaths) => new(_sources) { Invalidated = fullPaths };

    /// <summary>What was parsed from a file that has not changed since; null when it must be parsed.</summary>
    public ParsedSource? Find(SourceFile file) =>
        _sources.TryGetValue(file.Path, out var cached) && cached.Stamp == file.Stamp && cached.Source.File.FullPath == file.FullPath
        && (Invalidated.Count == 0 || file.FullPath is null || !Invalidated.Contains(file.FullPath)) ? cached.Source : null;

    // The stamp when the file was listed; the parsed file may have a fingerprint of its content instead.
    private sealed record CachedSource(Fingerprint Stamp, ParsedSource Source);
}
