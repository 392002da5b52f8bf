using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>Render traces as bytes: a table of dependencies, and for each output the numbers of those that it has.</summary>
/// <remarks>
/// Thousands of pages read the same templates and lists, so the table is a tenth of all their dependencies. Those of one page are in
/// its trace.
/// </remarks>
/// <param name="now">What can be read in this build; null for a section of earlier traces only.</param>
/// <param name="spill">Where pieces are while a large site is built; null to keep them in memory.</param>
[DebuggerDisplay("{Count} traces, {_count} dependencies")]
internal sealed class TraceSection(DependencyFingerprints? now, SpillFile? spill)
{
    // Below the size at which the collector treats arrays as large objects.
    private const int Piece = 64 << 10;
    private const int MostDependencies = 50_000;

    // The number of a dependency that is in the trace itself.
    private const int None = 0;

    private readonly RecordPieces _dependencies = new(spill, Piece);
    private readonly RecordPieces _traces = new(spill, Piece);
    private readonly RecordWriter _one = new();
    private readonly List<string> _paths = [];
    private Dictionary<DependencyKey, (int Number, Fingerprint Seen)> _numbers = [];
    private int _count;

    /// <summary>How many traces it has.</summary>
    public int Count => _paths.Count;

    /// <summary>Whether the table is so large that another section is better begun.</summary>
    public bool IsFull => _count >= MostDependencies;

    /// <summary>The paths of the outputs.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>Adds the trace of an output of an earlier build.</summary>
    public void Add(string outputPath, RenderTrace trace)
    {
        Begin(trace, trace.Dependencies.Length);
        foreach (var (key, seen) in trace.Dependencies)
        {
            Write(key, seen);
        }

        End(outputPath, trace);
    }

    /// <summary>Adds the trace of an output of this build.</summary>
    /// <param name="outputPath">The output.</param>
    /// <param name="trace">Its trace, without dependencies: most fingerprints are in the table already.</param>
    /// <param name="reads">What the rendering read.</param>
    public void Add(string outputPath, RenderTrace trace, ImmutableArray<DependencyKey> reads)
    {
        Begin(trace, reads.Length);
        foreach (var key in reads)
        {
            Write(key, null);
        }

        End(outputPath, trace);
    }

    /// <summary>Begins another section, which takes over the index: only adding needs it.</summary>
    public TraceSection Next()
    {
        var numbers = _numbers;
        numbers.Clear();
        _numbers = [];
        return new TraceSection(now, spill) { _numbers = numbers };
    }

    /// <summary>The section, in pieces.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> ToBytes()
    {
        _one.Clear();
        _one.Number(_count);
        yield return _one.Written;
        foreach (var piece in _dependencies.ToBytes())
        {
            yield return piece;
        }

        _one.Clear();
        _one.Number(_paths.Count);
        yield return _one.Written;
        foreach (var piece in _traces.ToBytes())
        {
            yield return piece;
        }
    }

    private void Begin(RenderTrace trace, int count)
    {
        _one.Clear();
        _one.Fingerprint(trace.Maker);
        _one.Fingerprint(trace.Output);
        _one.Number(count);
    }

    private void End(string outputPath, RenderTrace trace)
    {
        DiagnosticRecord.Write(_one, trace.Diagnostics);
        _paths.Add(outputPath);
        _traces.Writer.Text(outputPath);
        _traces.Writer.Fingerprint(trace.Stamp);
        _traces.Writer.Bytes(_one.Written.Span);
        _traces.Flush();
    }

    // Null: as it is now.
    private void Write(DependencyKey key, Fingerprint? seen)
    {
        (int Number, Fingerprint Seen) known = default;
        var isNumbered = !key.IsOfOnePage && _numbers.TryGetValue(key, out known);
        if (isNumbered && known.Seen == (seen ?? known.Seen))
        {
            _one.Number(known.Number);
            return;
        }

        var dependency = new Dependency(key, seen ?? now?[key] ?? default);
        if (isNumbered || key.IsOfOnePage)
        {
            _one.Number(None);
            dependency.Write(_one);
            return;
        }

        _numbers.Add(key, (++_count, dependency.Seen));
        _one.Number(_count);
        dependency.Write(_dependencies.Writer);
        _dependencies.Flush();
    }
}
