using System.Diagnostics;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Incremental;

/// <summary>Render traces as bytes: a table of dependencies, and for each output the numbers of those that it has.</summary>
/// <remarks>Thousands of pages read the same templates and lists, so the table is a tenth of all their dependencies.</remarks>
[DebuggerDisplay("{_numbers.Count} dependencies")]
internal sealed class TraceSection
{
    private readonly Dictionary<Dependency, int> _numbers = [];
    private readonly RecordWriter _dependencies = new();
    private readonly RecordWriter _traces = new();
    private readonly RecordWriter _one = new();
    private readonly List<string> _paths = [];

    /// <summary>How many traces it has.</summary>
    public int Count => _paths.Count;

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
        _traces.Text(outputPath);
        _traces.Fingerprint(trace.Stamp);
        _traces.Bytes(_one.Written.Span);
    }

    /// <summary>Writes the section.</summary>
    public void Write(RecordWriter writer)
    {
        writer.Number(_numbers.Count);
        writer.Raw(_dependencies.Written.Span);
        writer.Number(_paths.Count);
        writer.Raw(_traces.Written.Span);
    }

    private int NumberOf(Dependency dependency)
    {
        if (!_numbers.TryGetValue(dependency, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(dependency, number);
            _dependencies.Number((long)dependency.Key.Kind);
            _dependencies.Id(dependency.Key.Id);
            _dependencies.Number(dependency.Key.Part);
            _dependencies.Fingerprint(dependency.Seen);
        }

        return number;
    }
}
