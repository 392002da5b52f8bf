using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Caching;

/// <summary>The file of parsed sources: sections of records behind the paths and stamps of the sources.</summary>
internal sealed class SourcesFile(CacheFolder folder, Fingerprint key)
{
    private const string Name = "sources";

    private ImmutableArray<ReadOnlyMemory<byte>> _sections = [];
    private Dictionary<string, CachedSource> _known = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    public ParseCache Read()
    {
        _sections = folder.Read(Name, key);
        _known = new Dictionary<string, CachedSource>(StringComparer.Ordinal);
        foreach (var section in _sections)
        {
            var reader = new RecordReader(section);
            while (!reader.IsAtEnd)
            {
                var (path, stamp) = (reader.TextOrEmpty(), reader.Fingerprint());
                _known[path] = new CachedSource(stamp, null, StoredBytes.In(reader.Bytes()));
            }
        }

        return new ParseCache(_known) { KeepsRecords = true };
    }

    /// <summary>Writes what is new; false when there is nothing to keep.</summary>
    public bool Write(SourceTree tree, ParseCache sources, FileTimes times)
    {
        var fresh = tree.Files.Where(times.IsFresh).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var kept = sources.Sources.Where(source => !source.Value.Record.IsEmpty)
            // By its content only, which is compared when the stamp is another.
            .Select(source => fresh.Contains(source.Key) ? new(source.Key, source.Value with { Stamp = default }) : source)
            .ToDictionary(StringComparer.Ordinal);
        // Removed sources stay in the file until it is rewritten.
        var added = kept.Where(source => !IsKnown(source.Key, source.Value)).ToArray();
        if (added.Length == 0)
        {
            return kept.Count > 0;
        }

        if (CacheFolder.IsGrown(_sections))
        {
            folder.Replace(Name, key, ToBytes(kept));
        }
        else
        {
            folder.Append(Name, key, _sections, ToBytes(added));
        }

        (_sections, _known) = ([], kept);
        return true;
    }

    private bool IsKnown(string path, CachedSource source) =>
        _known.TryGetValue(path, out var known) && known.Stamp == source.Stamp && known.Record.Equals(source.Record);

    private static IEnumerable<ReadOnlyMemory<byte>> ToBytes(IEnumerable<KeyValuePair<string, CachedSource>> sources)
    {
        const int Piece = 256 << 10;
        var (writer, reader) = (new RecordWriter(), new SpillReader());
        foreach (var (path, source) in sources)
        {
            writer.Text(path);
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
