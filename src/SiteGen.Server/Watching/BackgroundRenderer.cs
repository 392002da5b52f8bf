namespace SiteGen.Server.Watching;

/// <summary>Renders what nobody has asked for, so that problems anywhere are found. One thread of low priority, which steps back for everything else.</summary>
internal sealed class BackgroundRenderer : IDisposable
{
    private const long MostLitter = 256 << 20;

    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(2);

    private readonly PreviewSite _site;
    private readonly Func<bool> _isOthersTurn;
    private readonly Action<Exception?> _whenDone;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private volatile bool _isEnded;
    private long _tidiedAt;

    /// <summary>Starts the thread, which waits for a plan.</summary>
    /// <param name="site">The site.</param>
    /// <param name="isOthersTurn">Whether a request or an edit is being worked on.</param>
    /// <param name="whenDone">Called when everything of a plan has been rendered, or with what stopped that.</param>
    public BackgroundRenderer(PreviewSite site, Func<bool> isOthersTurn, Action<Exception?> whenDone)
    {
        (_site, _isOthersTurn, _whenDone) = (site, isOthersTurn, whenDone);
        _thread = new Thread(Run) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "ahead" };
        _thread.Start();
    }

    /// <summary>Looks at the current plan from the start.</summary>
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
            if (!_wake.WaitOne(IsLittered() ? s_idle : Timeout.InfiniteTimeSpan))
            {
                Tidy();
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

    private bool IsLittered() => GC.GetTotalAllocatedBytes() - _tidiedAt > MostLitter;

    // A preview runs all day, mostly idle: what many edits have left is given back to the system while nobody waits.
    private void Tidy()
    {
        if (!_isOthersTurn())
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _tidiedAt = GC.GetTotalAllocatedBytes();
        }
    }

    // False when there is a newer plan before all is done.
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

            // A large file says nothing that a look at its size would not.
            if (state.Plan[i] is var output && output.File is null or { Length: < 1 << 20 })
            {
                _site.RenderAhead(state, output);
            }
        }

        return true;
    }
}
