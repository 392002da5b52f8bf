using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>What an earlier build knows of one output: where its trace is, and the stamp of the file.</summary>
/// <param name="Section">The number of the section that has the trace.</param>
/// <param name="Record">The trace in it, without its path and stamp.</param>
/// <param name="Stamp">Time and size of the file that was written.</param>
internal readonly record struct CachedOutput(int Section, ReadOnlyMemory<byte> Record, Fingerprint Stamp);

/// <summary>The render traces of one build, for the next.</summary>
/// <remarks>Each trace lists its own dependencies. Of several traces of one output the last counts.</remarks>
[DebuggerDisplay("{_outputs.Count} traces")]
internal sealed class RenderCache
{
    private readonly List<ImmutableArray<Dependency>> _dependencies = [];
    private readonly Dictionary<string, CachedOutput> _outputs = new(StringComparer.Ordinal);

    /// <summary>The cache before the first build.</summary>
    public static RenderCache Empty { get; } = new();

    /// <summary>The outputs by their paths.</summary>
    public IReadOnlyDictionary<string, CachedOutput> Outputs => _outputs;

    /// <summary>How many sections there are.</summary>
    public int SectionCount => _dependencies.Count;

    /// <summary>How many dependencies a section numbers.</summary>
    public int CountOf(int section) => _dependencies[section].Length;

    /// <summary>Reads a <see cref="TraceSection"/>.</summary>
    public void Add(ref RecordReader reader)
    {
        var dependencies = ImmutableArray.CreateBuilder<Dependency>(reader.Count());
        while (dependencies.Count < dependencies.Capacity)
        {
            dependencies.Add(Dependency.Read(ref reader));
        }

        for (var left = reader.Count(); left > 0; left--)
        {
            var (path, stamp) = (reader.TextOrEmpty(), reader.Fingerprint());
            _outputs[path] = new CachedOutput(_dependencies.Count, reader.Bytes(), stamp);
        }

        _dependencies.Add(dependencies.MoveToImmutable());
    }

    /// <summary>Reads a dependency of a trace.</summary>
    /// <param name="section">The section that has the trace.</param>
    /// <param name="reader">The trace, up to the dependency.</param>
    /// <param name="number">Its number in the section; -1 when the section does not number it.</param>
    public Dependency ReadDependency(int section, ref RecordReader reader, out int number)
    {
        number = reader.Count() - 1;
        return number < 0 ? Dependency.Read(ref reader) : _dependencies[section][number];
    }

    /// <summary>Removes an output.</summary>
    public void Remove(string outputPath) => _outputs.Remove(outputPath);

    /// <summary>The whole trace of an output.</summary>
    public RenderTrace Read(CachedOutput output)
    {
        var reader = new RecordReader(output.Record);
        var (maker, bytes) = (reader.Fingerprint(), reader.Fingerprint());
        var dependencies = ImmutableArray.CreateBuilder<Dependency>(reader.Count());
        while (dependencies.Count < dependencies.Capacity)
        {
            dependencies.Add(ReadDependency(output.Section, ref reader, out _));
        }

        return new RenderTrace(maker, bytes, dependencies.MoveToImmutable(), DiagnosticRecord.ReadAll(ref reader)) { Stamp = output.Stamp };
    }
}
