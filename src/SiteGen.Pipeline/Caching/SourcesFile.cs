using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Caching;

/// <summary>The file of parsed sources: sections of records behind the ids and stamps of the sources.</summary>
internal sealed class SourcesFile(CacheFolder folder, Fingerprint key)
{
    private const string Name = "sources";

    private ImmutableArray<ReadOnlyMemory<byte>> _sections = [];
    private Dictionary<ulong, CachedSource> _known = [];

    /// <summary>Reads the file.</summary>
    public ParseCache Read()
    {
        _sections = folder.Read(Name, key);
        _known = new Dictionary<ulong, CachedSource>(_sections.Sum(CountOf));
        foreach (var section in _sections)
        {
            var reader = new RecordReader(section);
            reader.Count();
            while (!reader.IsAtEnd)
            {
                var (id, stamp) = (reader.Id(), reader.Fingerprint());
                _known[id] = new CachedSource(stamp, null, StoredBytes.In(reader.Bytes()));
            }
        }

        return new ParseCache(_known) { KeepsRecords = true };
    }

    /// <summary>Writes what is new; false when there is nothing to keep.</summary>
    public bool Write(ParseCache sources, FileTimes times)
    {
        var kept = sources.Sources.Where(source => !source.Cached.Record.IsEmpty).Select(source => (
            source.File.Id,
            // By its content only, which is compared when the stamp is another.
            Cached: times.IsFresh(source.File) ? source.Cached with { Stamp = default } : source.Cached));
        // Removed sources stay in the file until it is rewritten.
        var isGrown = CacheFolder.IsGrown(_sections);
        (ulong Id, CachedSource Cached)[] written = [.. kept.Where(source => isGrown || !IsKnown(source.Id, source.Cached))];
        if (written.All(source => IsKnown(source.Id, source.Cached)))
        {
            return kept.Any();
        }

        if (isGrown)
        {
            folder.Replace(Name, key, ToBytes(written));
            _known = [];
        }
        else
        {
            folder.Append(Name, key, _sections, ToBytes(written));
        }

        foreach (var (id, cached) in written)
        {
            _known[id] = cached;
        }

        _sections = [];
        return true;
    }

    private static int CountOf(ReadOnlyMemory<byte> section)
    {
        var reader = new RecordReader(section);
        return reader.Count();
    }

    private bool IsKnown(ulong id, CachedSource source) =>
        _known.TryGetValue(id, out var known) && known.Stamp == source.Stamp && known.Record.Equals(source.Record);

    private static IEnumerable<ReadOnlyMemory<byte>> ToBytes((ulong Id, CachedSource Cached)[] sources)
    {
        const int Piece = 256 << 10;
        var (writer, reader) = (new RecordWriter(), new SpillReader());
        writer.Number(sources.Length);
        foreach (var (id, source) in sources)
        {
            writer.Id(id);
            writer.Fingerprint(source.Stamp);
            writer.Bytes(source.Record.Read(reader).Span);
            if (writer.Written.Length > Piece)
            {
                yield return writer.Written;
                writer.Clear();
            }
        }

        yield return writer.Written;
    }
}
