using System.Collections.Concurrent;
using SiteGen.Pipeline.Threading;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>The thread that SVG files are drawn in.</summary>
/// <remarks>
/// The libraries that write text keep a list of fonts for each thread, and share parts of it between threads. With one thread that
/// lives as long as the program nothing is shared, and nothing is taken down while something else is drawn.
/// </remarks>
internal static class DrawingThread
{
    private static readonly BlockingCollection<Action> s_work = Start();

    /// <summary>Does something in that thread and waits for it.</summary>
    /// <exception cref="Exception">What the work threw.</exception>
    public static T Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>();
        s_work.Add(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        return result.Task.GetAwaiter().GetResult();
    }

    /// <summary>Does something in that thread and waits for it.</summary>
    /// <exception cref="Exception">What the work threw.</exception>
    public static void Run(Action work) => Run(() =>
    {
        work();
        return true;
    });

    private static BlockingCollection<Action> Start()
    {
        var work = new BlockingCollection<Action>();
        ParallelStage.Start("drawing", () => RunAll(work));
        return work;
    }

    private static void RunAll(BlockingCollection<Action> work)
    {
        foreach (var next in work.GetConsumingEnumerable())
        {
            next();
        }
    }
}
