using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Threading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>What an earlier build knows of one output: where its trace is, and the stamp of the file.</summary>
/// <param name="Path">The output.</param>
/// <param name="Number">Its number among all that were read.</param>
/// <param name="Section">The number of the section that has the trace.</param>
/// <param name="Record">The trace in it, without its path and stamp.</param>
/// <param name="Stamp">Time and size of the file that was written.</param>
internal readonly record struct CachedOutput(string Path, int Number, int Section, ReadOnlyMemory<byte> Record, Fingerprint Stamp);

/// <summary>The render traces of one build, for the next.</summary>
/// <remarks>Each trace lists its own dependencies. Of several traces of one output the last counts.</remarks>
/// <param name="stampOf">Time and size of an output as it is now; the default when it does not exist.</param>
[DebuggerDisplay("{Count} traces")]
internal sealed class RenderCache(Func<string, Fingerprint> stampOf)
{
    private const byte IsSame = 1;
    private const byte IsOther = 2;

    private readonly List<ImmutableArray<Dependency>> _dependencies = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    // By number, with those that later ones took the place of.
    private CachedOutput[] _outputs = [];

    // What was found of the files, by number; racing threads write the same value.
    private byte[] _found = [];

    /// <summary>The cache before the first build.</summary>
    public static RenderCache Empty { get; } = new(static _ => default);

    /// <summary>How many outputs there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The outputs.</summary>
    public IEnumerable<CachedOutput> Outputs => _outputs.Where(IsLast);

    /// <summary>How many sections there are.</summary>
    public int SectionCount => _dependencies.Count;

    /// <summary>How many dependencies a section numbers.</summary>
    public int CountOf(int section) => _dependencies[section].Length;

    /// <summary>What is known of an output; null when nothing is.</summary>
    public CachedOutput? Find(string path) => _numbers.TryGetValue(path, out var number) ? _outputs[number] : null;

    /// <summary>Reads a <see cref="TraceSection"/>.</summary>
    public void Add(ref RecordReader reader)
    {
        var dependencies = ImmutableArray.CreateBuilder<Dependency>(reader.Count());
        while (dependencies.Count < dependencies.Capacity)
        {
            dependencies.Add(Dependency.Read(ref reader));
        }

        var number = _outputs.Length;
        Array.Resize(ref _outputs, number + reader.Count());
        Array.Resize(ref _found, _outputs.Length);
        if (number == 0)
        {
            _numbers.EnsureCapacity(_outputs.Length);
        }

        for (; number < _outputs.Length; number++)
        {
            var (path, stamp) = (reader.TextOrEmpty(), reader.Fingerprint());
            _outputs[number] = new CachedOutput(path, number, _dependencies.Count, reader.Bytes(), stamp);
            _numbers[path] = number;
        }

        _dependencies.Add(dependencies.MoveToImmutable());
    }

    /// <summary>Begins to look at the files of all outputs, while other work goes on; what was looked at is not looked at again.</summary>
    /// <param name="isEnough">Whether other work needs the processor more.</param>
    public void BeginLooking(Func<bool> isEnough) => ParallelStage.Begin(() =>
    {
        // Backwards: others go forwards, so that nothing is looked at twice.
        var next = _outputs.Length - 1;
        for (; next >= 0 && !isEnough(); next--)
        {
            IsAsLeft(_outputs[next]);
        }

        return next;
    });

    /// <summary>Whether the files of all outputs are as the earlier build left them.</summary>
    public bool AreAllAsLeft(CancellationToken cancellation) => ParallelStage.Run(
        [.. Enumerable.Range(0, _outputs.Length)],
        static () => true,
        (_, number) => !IsLast(_outputs[number]) || IsAsLeft(_outputs[number]),
        cancellation).All(isSame => isSame);

    /// <summary>Whether the file of an output is as the earlier build left it, as far as time and size tell.</summary>
    /// <remarks>Safe for several threads.</remarks>
    public bool IsAsLeft(CachedOutput output)
    {
        ref var found = ref _found[output.Number];
        if (found == 0)
        {
            found = output.Stamp != default && stampOf(output.Path) == output.Stamp ? IsSame : IsOther;
        }

        return found == IsSame;
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
    public void Remove(string outputPath) => _numbers.Remove(outputPath);

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

    // Whether no later trace took its place, and the output was not removed.
    private bool IsLast(CachedOutput output) =>
        Count == _outputs.Length || (_numbers.TryGetValue(output.Path, out var last) && last == output.Number);
}
