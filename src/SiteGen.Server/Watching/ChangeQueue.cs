namespace SiteGen.Server.Watching;

/// <summary>Which paths may have changed since they were last looked at.</summary>
internal sealed class ChangeQueue
{
    private readonly Lock _gate = new();
    private HashSet<string> _paths = new(StringComparer.Ordinal);
    private bool _isAll;
    private bool _isBusy = true;
    private int _count;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many hints there were ever.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Done as soon as there is a hint.</summary>
    public Task Arrived
    {
        get
        {
            lock (_gate)
            {
                return _arrived.Task;
            }
        }
    }

    /// <summary>Done when no hint waits and none is worked on.</summary>
    public Task Settled
    {
        get
        {
            lock (_gate)
            {
                return _settled.Task;
            }
        }
    }

    /// <summary>Notes that a path may have changed; null when any may have.</summary>
    public void Add(string? path)
    {
        lock (_gate)
        {
            _isAll |= path is null;
            if (path is not null)
            {
                _paths.Add(path);
            }

            _count++;
            Begin();
            _arrived.TrySetResult();
        }
    }

    /// <summary>Takes what there is; the paths are null when everything is to be looked at.</summary>
    public HashSet<string>? Take()
    {
        lock (_gate)
        {
            var paths = _isAll ? null : _paths;
            (_paths, _isAll) = (new HashSet<string>(StringComparer.Ordinal), false);
            _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Begin();
            return paths;
        }
    }

    /// <summary>Notes that what was taken has been worked on.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            if (!_arrived.Task.IsCompleted)
            {
                _isBusy = false;
                _settled.TrySetResult();
            }
        }
    }

    private void Begin()
    {
        if (!_isBusy)
        {
            _isBusy = true;
            _settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
