using System.Collections.Concurrent;
using System.Diagnostics;

namespace SiteGen.Pipeline.Threading;

/// <summary>The progress of a build, polled by another thread; the build never waits for a reader.</summary>
public sealed class BuildProgress
{
    private volatile StageProgress? _stage;

    /// <summary>The stage that the build is in; null before the first.</summary>
    public StageProgress? Stage => _stage;

    /// <summary>Begins a stage.</summary>
    public void Begin(string stage) => _stage = new StageProgress(stage, 0);

    /// <summary>Begins to count the items of the stage.</summary>
    internal StageProgress Count(int total) => _stage = new StageProgress(_stage?.Name ?? "", total);
}

/// <summary>How far a stage is.</summary>
/// <param name="name">The stage, as the times of a build name it.</param>
/// <param name="total">How many items it has; 0 when it does not count them.</param>
public sealed class StageProgress(string name, int total)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<Tally> _tallies = new();

    /// <summary>The stage, as the times of a build name it.</summary>
    public string Name => name;

    /// <summary>How many items it has; 0 when it does not count them.</summary>
    public int Total => total;

    /// <summary>How many items are done: perhaps a few more by now.</summary>
    public int Done => _tallies.Sum(tally => tally.Done);

    /// <summary>How long it has taken up to now.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>The count of one thread. Only that thread writes it, so counting needs no lock.</summary>
    internal Tally CreateTally()
    {
        var tally = new Tally();
        _tallies.Enqueue(tally);
        return tally;
    }

    /// <summary>What one thread has done.</summary>
    internal sealed class Tally
    {
        /// <summary>How many items.</summary>
        public int Done { get; private set; }

        /// <summary>Counts one more.</summary>
        public void Add() => Done++;
    }
}
