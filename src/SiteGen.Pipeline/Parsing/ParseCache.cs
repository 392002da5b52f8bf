using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>What an earlier build parsed a file to.</summary>
/// <param name="Stamp">The file's stamp when it was listed; the parsed file may have a fingerprint of its content instead.</param>
/// <param name="Source">What it was parsed to; null when that was in another process.</param>
/// <param name="Record">The same as bytes; empty for the kinds of files that are always read.</param>
internal sealed record CachedSource(Fingerprint Stamp, ParsedSource? Source, StoredBytes Record);

/// <summary>The parsed sources of one build, for the next.</summary>
/// <remarks>
/// Immutable. An entry depends on one source and on the options, never on another source.
/// </remarks>
internal sealed class ParseCache
{
    private readonly IReadOnlyDictionary<string, CachedSource> _sources;

    /// <summary>A cache of sources by their paths.</summary>
    public ParseCache(IReadOnlyDictionary<string, CachedSource> sources) => _sources = sources;

    /// <summary>The cache before the first build.</summary>
    public static ParseCache Empty { get; } = new(new Dictionary<string, CachedSource>(StringComparer.Ordinal));

    /// <summary>A cache before the first build, of which records are kept.</summary>
    public static ParseCache Recording { get; } = new(Empty._sources) { KeepsRecords = true };

    /// <summary>Whether what is parsed is also written as bytes, for a later process.</summary>
    public bool KeepsRecords { get; init; }

    /// <summary>The sources by their paths.</summary>
    public IEnumerable<KeyValuePair<string, CachedSource>> Sources => _sources;

    private IReadOnlySet<string> Invalidated { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Caches everything that was parsed.</summary>
    public static ParseCache Create(SourceTree tree, ParsedSources parsed, bool keepsRecords)
    {
        var sources = new Dictionary<string, CachedSource>(tree.Files.Length, StringComparer.Ordinal);
        for (var i = 0; i < tree.Files.Length; i++)
        {
            var source = parsed.Sources[i];
            sources[tree.Files[i].Path] = new CachedSource(tree.Files[i].Stamp, source, source.Record);
        }

        return new ParseCache(sources) { KeepsRecords = keepsRecords };
    }

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    public ParseCache Invalidate(IReadOnlySet<string> fullPaths) =>
        new(_sources) { KeepsRecords = KeepsRecords, Invalidated = fullPaths };

    /// <summary>What was parsed from a file that has not changed since; null when it must be read.</summary>
    public CachedSource? Find(SourceFile file) =>
        _sources.TryGetValue(file.Path, out var cached) && cached.Stamp == file.Stamp
        && (cached.Source is null || cached.Source.File.FullPath == file.FullPath)
        && (cached.Source is not null || !cached.Record.IsEmpty)
        && (Invalidated.Count == 0 || file.FullPath is null || !Invalidated.Contains(file.FullPath)) ? cached : null;

    /// <summary>What was parsed from a file that had the same bytes, whatever its time; null when there is none.</summary>
    public CachedSource? Find(SourceFile file, Fingerprint content) =>
        _sources.TryGetValue(file.Path, out var cached) && !cached.Record.IsEmpty
        && SourceRecord.IsOf(cached.Record.Read(), file, content)
            ? cached
            : null;
}
