using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing.Keeping;

/// <summary>What an earlier build parsed a file to.</summary>
/// <param name="Stamp">The file's stamp when it was listed; the parsed file may have a fingerprint of its content instead.</param>
/// <param name="Source">What it was parsed to; null when that was in another process.</param>
/// <param name="Record">The same as bytes; empty for the kinds of files that are always read.</param>
internal readonly record struct CachedSource(Fingerprint Stamp, ParsedSource? Source, StoredBytes Record);

/// <summary>The parsed sources of one build, for the next.</summary>
/// <remarks>
/// Immutable. An entry depends on one source and on the options, never on another source.
/// </remarks>
internal sealed record ParseCache
{
    // Lazy: a build that is the last of its process needs no index.
    private readonly Lazy<IReadOnlyDictionary<ulong, CachedSource>> _sources;

    /// <summary>A cache of sources by their ids.</summary>
    public ParseCache(IReadOnlyDictionary<ulong, CachedSource> sources) => _sources = new(sources);

    private ParseCache(SourceTree tree, ImmutableArray<ParsedSource> parsed)
    {
        Sources = Pairs(tree, parsed);
        _sources = new(() => Sources.ToDictionary(source => source.File.Id, source => source.Cached));
    }

    /// <summary>The cache before the first build.</summary>
    public static ParseCache Empty { get; } = new(ImmutableDictionary<ulong, CachedSource>.Empty);

    /// <summary>A cache before the first build, of which records are kept.</summary>
    public static ParseCache Recording { get; } = Empty with { KeepsRecords = true };

    /// <summary>Whether what is parsed is also written as bytes, for a later process.</summary>
    public bool KeepsRecords { get; init; }

    /// <summary>The files that were parsed in this process.</summary>
    public IEnumerable<(SourceFile File, CachedSource Cached)> Sources { get; } = [];

    private IReadOnlySet<string> Invalidated { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Caches everything that was parsed.</summary>
    public static ParseCache Create(SourceTree tree, ParsedSources parsed, bool keepsRecords) =>
        new(tree, parsed.Sources) { KeepsRecords = keepsRecords };

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    public ParseCache Invalidate(IReadOnlySet<string> fullPaths) => this with { Invalidated = fullPaths };

    /// <summary>What was parsed from a file that has not changed since; null when it must be read.</summary>
    public CachedSource? Find(SourceFile file) =>
        _sources.Value.TryGetValue(file.Id, out var cached) && cached.Stamp == file.Stamp
        && (cached.Source is null || cached.Source.File.FullPath == file.FullPath)
        && (cached.Source is not null || !cached.Record.IsEmpty)
        && (Invalidated.Count == 0 || file.FullPath is null || !Invalidated.Contains(file.FullPath)) ? cached : null;

    /// <summary>What was parsed from a file that had the same bytes, whatever its time; null when there is none.</summary>
    public CachedSource? Find(SourceFile file, Fingerprint content) =>
        _sources.Value.TryGetValue(file.Id, out var cached) && !cached.Record.IsEmpty
        && SourceRecord.IsOf(cached.Record.Read(), file, content)
            ? cached
            : null;

    private static IEnumerable<(SourceFile File, CachedSource Cached)> Pairs(SourceTree tree, ImmutableArray<ParsedSource> parsed)
    {
        for (var i = 0; i < tree.Files.Length; i++)
        {
            yield return (tree.Files[i], new CachedSource(tree.Files[i].Stamp, parsed[i], parsed[i].Record));
        }
    }
}
