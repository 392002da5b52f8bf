using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Urls;
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
    private readonly IReadOnlyDictionary<ulong, CachedSource> _stored = ImmutableDictionary<ulong, CachedSource>.Empty;

    // In the order of paths, like what they were parsed to.
    private readonly ImmutableArray<SourceFile> _files = [];
    private readonly ImmutableArray<ParsedSource> _parsed = [];

    /// <summary>A cache of what another process parsed, by the ids of the files.</summary>
    public ParseCache(IReadOnlyDictionary<ulong, CachedSource> stored) => _stored = stored;

    private ParseCache(ImmutableArray<SourceFile> files, ImmutableArray<ParsedSource> parsed) => (_files, _parsed) = (files, parsed);

    /// <summary>The cache before the first build.</summary>
    public static ParseCache Empty { get; } = new(ImmutableDictionary<ulong, CachedSource>.Empty);

    /// <summary>A cache before the first build, of which records are kept.</summary>
    public static ParseCache Recording { get; } = Empty with { KeepsRecords = true };

    /// <summary>Whether what is parsed is also written as bytes, for a later process.</summary>
    public bool KeepsRecords { get; init; }

    /// <summary>The files that this process has parsed or restored; none when the cache is another's.</summary>
    public IEnumerable<(SourceFile File, CachedSource Cached)> Sources => _files.Select((file, index) => (file, Parsed(index)));

    private IReadOnlySet<string> Invalidated { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Caches everything that was parsed.</summary>
    public static ParseCache Create(SourceTree tree, ParsedSources parsed, bool keepsRecords) =>
        new(tree.Files, parsed.Sources) { KeepsRecords = keepsRecords };

    /// <summary>This cache without some files, which are read again even if they look unchanged.</summary>
    public ParseCache Invalidate(IReadOnlySet<string> fullPaths) => this with { Invalidated = fullPaths };

    /// <summary>What was parsed from a file that has not changed since; null when it must be read.</summary>
    public CachedSource? Find(SourceFile file) =>
        Get(file) is { } cached && cached.Stamp == file.Stamp
        && (cached.Source is null || cached.Source.File.FullPath == file.FullPath)
        && (cached.Source is not null || !cached.Record.IsEmpty)
        && (Invalidated.Count == 0 || file.FullPath is null || !Invalidated.Contains(file.FullPath)) ? cached : null;

    /// <summary>What was parsed from a file that had the same bytes, whatever its time; null when there is none.</summary>
    public CachedSource? Find(SourceFile file, Fingerprint content) =>
        Get(file) is { } cached && !cached.Record.IsEmpty
        && SourceRecord.IsOf(cached.Record.Read(), file, content)
            ? cached
            : null;

    private CachedSource? Get(SourceFile file) =>
        _stored.TryGetValue(file.Id, out var stored) ? stored
        : SitePath.IndexOf(_files, static file => file.Path, file.Path) is >= 0 and var index ? Parsed(index)
        : null;

    private CachedSource Parsed(int index) => new(_files[index].Stamp, _parsed[index], _parsed[index].Record);
}
