using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Threading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>What an earlier build knows of one output: where its trace is, and the stamp of the file.</summary>
/// <param name="Section">The number of the section that has the trace.</param>
/// <param name="Record">The trace in it, without its path and stamp.</param>
/// <param name="Stamp">Time and size of the file that was written.</param>
/// <param name="Number">Its number among all that were read.</param>
internal readonly record struct CachedOutput(int Section, ReadOnlyMemory<byte> Record, Fingerprint Stamp, int Number);

/// <summary>The render traces of one build, for the next.</summary>
/// <remarks>Each trace lists its own dependencies. Of several traces of one output the last counts.</remarks>
[DebuggerDisplay("{_outputs.Count} traces")]
internal sealed class RenderCache
{
    private const byte IsSame = 1;
    private const byte IsOther = 2;

    private readonly Func<string, Fingerprint> _stampOf;
    private readonly List<ImmutableArray<Dependency>> _dependencies = [];
    private readonly Dictionary<string, CachedOutput> _outputs = new(StringComparer.Ordinal);

    private readonly Lazy<ImmutableArray<KeyValuePair<string, CachedOutput>>> _all;

    // What was found of the files, by number; racing threads write the same value.
    private byte[] _found = [];

    /// <summary>A cache without traces.</summary>
    /// <param name="stampOf">Time and size of an output as it is now; the default when it does not exist.</param>
    public RenderCache(Func<string, Fingerprint> stampOf)
    {
        _stampOf = stampOf;
        _all = new(() => [.. _outputs]);
    }

    /// <summary>The cache before the first build.</summary>
    public static RenderCache Empty { get; } = new(static _ => default);

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

        var number = _found.Length;
        Array.Resize(ref _found, number + reader.Count());
        for (; number < _found.Length; number++)
        {
            var (path, stamp) = (reader.TextOrEmpty(), reader.Fingerprint());
            _outputs[path] = new CachedOutput(_dependencies.Count, reader.Bytes(), stamp, number);
        }

        _dependencies.Add(dependencies.MoveToImmutable());
    }

    /// <summary>Begins to look at the files of all outputs, while other work goes on; what was looked at is not looked at again.</summary>
    /// <param name="isEnough">Whether other work needs the processor more.</param>
    public void BeginLooking(Func<bool> isEnough) => ParallelStage.Begin(() =>
    {
        // Backwards: others go forwards, so that nothing is looked at twice.
        var next = _all.Value.Length - 1;
        while (next >= 0 && !isEnough())
        {
            IsAsLeft(_all.Value[next--]);
        }

        return next;
    });

    /// <summary>Whether the files of all outputs are as the earlier build left them.</summary>
    public bool AreAllAsLeft(CancellationToken cancellation) =>
        ParallelStage.Run(_all.Value, static () => true, (_, output) => IsAsLeft(output), cancellation).All(isSame => isSame);

    /// <summary>Whether the file of an output is as the earlier build left it, as far as time and size tell.</summary>
    /// <remarks>Safe for several threads.</remarks>
    public bool IsAsLeft(string outputPath, CachedOutput output)
    {
        ref var found = ref _found[output.Number];
        if (found == 0)
        {
            found = output.Stamp != default && _stampOf(outputPath) == output.Stamp ? IsSame : IsOther;
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

    private bool IsAsLeft(KeyValuePair<string, CachedOutput> output) => IsAsLeft(output.Key, output.Value);
}
