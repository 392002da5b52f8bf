using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Incremental;

/// <summary>Render traces as bytes: a table of dependencies, and for each output the numbers of those that it has.</summary>
/// <remarks>Thousands of pages read the same templates and lists, so the table is a tenth of all their dependencies.</remarks>
/// <param name="spill">Where pieces are while a large site is built; null to keep them in memory.</param>
[DebuggerDisplay("{Count} traces, {_count} dependencies")]
internal sealed class TraceSection(SpillFile? spill)
{
    // Below the size at which the collector treats arrays as large objects.
    private const int Piece = 64 << 10;
    private const int MostDependencies = 50_000;

    private readonly Dictionary<Dependency, int> _numbers = [];
    private readonly RecordPieces _dependencies = new(spill, Piece);
    private readonly RecordPieces _traces = new(spill, Piece);
    private readonly RecordWriter _one = new();
    private readonly List<string> _paths = [];
    private int _count;

    /// <summary>How many traces it has.</summary>
    public int Count => _paths.Count;

    /// <summary>Whether the table is so large that another section is better begun.</summary>
    public bool IsFull => _count >= MostDependencies;

    /// <summary>The paths of the outputs.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>Adds the trace of an output.</summary>
    public void Add(string outputPath, RenderTrace trace)
    {
        _one.Clear();
        _one.Fingerprint(trace.Maker);
        _one.Fingerprint(trace.Output);
        _one.Number(trace.Dependencies.Length);
        foreach (var dependency in trace.Dependencies)
        {
            _one.Number(NumberOf(dependency));
        }

        DiagnosticRecord.Write(_one, trace.Diagnostics);
        _paths.Add(outputPath);
        _traces.Writer.Text(outputPath);
        _traces.Writer.Fingerprint(trace.Stamp);
        _traces.Writer.Bytes(_one.Written.Span);
        _traces.Flush();
    }

    /// <summary>Frees the index, which only adding needs.</summary>
    public void Complete()
    {
        _numbers.Clear();
        _numbers.TrimExcess();
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

    private int NumberOf(Dependency dependency)
    {
        if (!_numbers.TryGetValue(dependency, out var number))
        {
            number = _count++;
            _numbers.Add(dependency, number);
            var writer = _dependencies.Writer;
            writer.Number((long)dependency.Key.Kind);
            writer.Id(dependency.Key.Id);
            writer.Number(dependency.Key.Part);
            writer.Fingerprint(dependency.Seen);
            _dependencies.Flush();
        }

        return number;
    }
}
