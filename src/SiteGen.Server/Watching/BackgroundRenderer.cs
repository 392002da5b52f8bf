namespace SiteGen.Server.Watching;

/// <summary>Renders the outputs that no browser has requested, so that problems anywhere in the site are found.</summary>
/// <remarks>One low-priority thread, which pauses while a request or an edit is being processed.</remarks>
internal sealed class BackgroundRenderer : IDisposable
{
    private const long MaxGarbage = 256 << 20;

    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(2);

    private readonly PreviewSite _site;
    private readonly Func<bool> _isOthersTurn;
    private readonly Action<Exception?> _whenDone;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private volatile bool _isEnded;
    private long _allocatedAtCollection;

    /// <summary>Starts the thread, which waits for <see cref="Begin"/>.</summary>
    /// <param name="site">The site.</param>
    /// <param name="isOthersTurn">Whether a request or an edit is being processed.</param>
    /// <param name="whenDone">Called when a plan is rendered completely, with null, or with the exception that stopped it.</param>
    public BackgroundRenderer(PreviewSite site, Func<bool> isOthersTurn, Action<Exception?> whenDone)
    {
        (_site, _isOthersTurn, _whenDone) = (site, isOthersTurn, whenDone);
        _thread = new Thread(Run) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "ahead" };
        _thread.Start();
    }

    /// <summary>Starts over with the current plan.</summary>
    public void Begin() => _wake.Set();

    /// <inheritdoc/>
    public void Dispose()
    {
        _isEnded = true;
        _wake.Set();
        _thread.Join();
        _wake.Dispose();
    }

    private void Run()
    {
        while (!_isEnded)
        {
            if (!_wake.WaitOne(HasGarbage() ? s_idle : Timeout.InfiniteTimeSpan))
            {
                Collect();
                continue;
            }

            try
            {
                if (_site.State is { } state && RenderAll(state))
                {
                    _whenDone(null);
                }
            }
            catch (Exception problem)
            {
                _whenDone(problem);
            }
        }
    }

    private bool HasGarbage() => GC.GetTotalAllocatedBytes() - _allocatedAtCollection > MaxGarbage;

    // A preview runs all day, mostly idle: return the garbage of many edits to the system while nothing else runs.
    private void Collect()
    {
        if (!_isOthersTurn())
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _allocatedAtCollection = GC.GetTotalAllocatedBytes();
        }
    }

    // False if a newer plan arrives before all is rendered.
    private bool RenderAll(PlanSnapshot state)
    {
        for (var i = 0; i < state.Plan.Count; i++)
        {
            while (_isOthersTurn() && !_isEnded && _site.State == state)
            {
                Thread.Sleep(1);
            }

            if (_isEnded || _site.State != state)
            {
                return false;
            }

            // Large copied files have no problems to find.
            if (state.Plan[i] is var output && output.File is null or { Length: < 1 << 20 })
            {
                _site.RenderAhead(state, output);
            }
        }

        return true;
    }
}
