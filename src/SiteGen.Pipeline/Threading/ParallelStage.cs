using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SiteGen.Pipeline.Threading;

/// <summary>Runs one piece of work per item on all cores; the only place in the pipeline where threads start.</summary>
/// <remarks>
/// A worker is what one thread uses again and again; it is made per thread and never shared. Results land by index,
/// so that their order does not depend on scheduling.
/// </remarks>
internal static class ParallelStage
{
    /// <summary>Begins to make something while other work goes on; the result waits for it.</summary>
    public static Func<T> Begin<T>(Func<T> make)
    {
        var task = Task.Run(make);
        return () => task.GetAwaiter().GetResult();
    }

    /// <summary>Starts a thread for one kind of work, which lives as long as the program.</summary>
    /// <param name="name">What debuggers call it.</param>
    /// <param name="work">The work.</param>
    public static void Start(string name, Action work) => new Thread(() => work()) { IsBackground = true, Name = name }.Start();

    /// <summary>Runs the work for every item.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    public static ImmutableArray<TResult> Run<TItem, TWorker, TResult>(
        ImmutableArray<TItem> items, Func<TWorker> createWorker, Func<TWorker, TItem, TResult> work, CancellationToken cancellation) =>
        Run(items, createWorker, work, new BuildProgress(), cancellation);

    /// <summary>Runs the work for every item and counts what is done.</summary>
    /// <param name="items">The items.</param>
    /// <param name="createWorker">Makes what one thread uses again and again.</param>
    /// <param name="work">The work.</param>
    /// <param name="progress">Counts the items.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="mostThreads">How many items are worked on at a time at most.</param>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    public static ImmutableArray<TResult> Run<TItem, TWorker, TResult>(
        ImmutableArray<TItem> items,
        Func<TWorker> createWorker,
        Func<TWorker, TItem, TResult> work,
        BuildProgress progress,
        CancellationToken cancellation,
        int mostThreads = int.MaxValue)
    {
        var results = new TResult[items.Length];
        var stage = progress.Count(items.Length);
        var threads = Math.Min(mostThreads, Environment.ProcessorCount);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads };
        Parallel.For(0, items.Length, options, () => (Worker: createWorker(), Tally: stage.CreateTally()), (i, _, thread) =>
        {
            results[i] = work(thread.Worker, items[i]);
            thread.Tally.Add();
            return thread;
        }, static _ => { });
        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }
}
