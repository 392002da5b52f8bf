using System.Diagnostics;

namespace SiteGen.Server.Watching;

/// <summary>Paths that may have changed and have not been processed yet.</summary>
[DebuggerDisplay("{_paths.Count} paths, all: {_isAll}, busy: {_isBusy}")]
internal sealed class ChangeQueue
{
    private readonly Lock _gate = new();
    private HashSet<string> _paths = new(StringComparer.Ordinal);
    private bool _isAll;
    private bool _isBusy = true;
    private int _count;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many changes have ever been added.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Completes as soon as there is a change.</summary>
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

    /// <summary>Completes when no change is waiting or being processed.</summary>
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

    /// <summary>Adds a path that may have changed; null if any may have.</summary>
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

    /// <summary>Takes all waiting paths; null if any path may have changed.</summary>
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

    /// <summary>Reports that the taken paths have been processed.</summary>
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
