using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Server.Notifying;

namespace SiteGen.Server.Watching;

/// <summary>Waits for edits, plans the site again and notifies the browsers.</summary>
internal sealed class RebuildLoop(
    PreviewSite site,
    ChangeQueue changes,
    ConnectedClients browsers,
    DiagnosticsPublisher diagnostics,
    PreviewOptions options,
    Action<PreviewReport> report)
{
    // An editor saves in several steps; changes this close together are one edit.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(1);

    // The limit on waiting for a program that writes hundreds of files.
    private const int MaxQuietRounds = 60;

    // The system may miss changes, and reports none at all on some network drives.
    private static readonly TimeSpan s_rescan = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs until the preview ends.</summary>
    /// <param name="begin">Called after each new plan, once browsers have been notified.</param>
    /// <param name="ready">Called once, after the first plan.</param>
    /// <param name="refused">Called instead if the configuration cannot be used.</param>
    /// <param name="stopping">Ends the loop.</param>
    public async Task Run(Action begin, Action ready, Action refused, CancellationToken stopping)
    {
        using var watcher = new SourceWatcher(SourceFolder(), options.Sources.Files.Select(Path.GetFullPath), changes.Add);
        Follow(watcher, null);
        changes.Add(null);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await WaitForChanges(stopping);
                var isFirst = site.State is null;
                Work(watcher, begin, stopping);
                if (isFirst)
                {
                    (site.State is null ? refused : ready)();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Files disappeared while they were listed: try again in a moment.
                changes.Add(null);
                await Task.Delay(s_poll, CancellationToken.None);
            }
        }
    }

    private async Task WaitForChanges(CancellationToken stopping)
    {
        try
        {
            await changes.Arrived.WaitAsync(options.IsPolling ? s_poll : s_rescan, stopping);
        }
        catch (TimeoutException)
        {
            return;
        }

        for (var (round, seen) = (0, -1); seen != changes.Count && round < MaxQuietRounds && site.State is not null; round++)
        {
            seen = changes.Count;
            await Task.Delay(s_quiet, stopping);
        }
    }

    private void Work(SourceWatcher watcher, Action begin, CancellationToken stopping)
    {
        var paths = changes.Arrived.IsCompleted ? changes.Take() : null;
        var start = Stopwatch.GetTimestamp();
        var before = site.State;
        var isChanged = false;
        try
        {
            isChanged = site.Refresh(paths, stopping);
            Follow(watcher, paths);
        }
        finally
        {
            changes.Finish();
        }

        if (!isChanged)
        {
            return;
        }

        if (site.State is { } state && state != before)
        {
            TellBrowsers(before, state);
            if (before is not null)
            {
                report(new PreviewReport.Rebuilt(Shown(paths), Stopwatch.GetElapsedTime(start)));
            }
        }

        site.Settle();
        if (site.State is not null)
        {
            // Without a first plan there is no preview, and whoever starts it gets the problems.
            diagnostics.Show(site.Problems(), isComplete: false);
        }

        begin();
    }

    private void Follow(SourceWatcher watcher, IReadOnlySet<string>? changed)
    {
        if (!options.IsPolling)
        {
            watcher.Follow(site.Options, changed);
        }
    }

    private ImmutableArray<string> Shown(IReadOnlySet<string>? paths)
    {
        var source = SourceFolder();
        var changed = (paths ?? new HashSet<string>()).Where(site.IsSource);
        return [.. changed.Select(path => Path.GetRelativePath(source, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private string SourceFolder() => options.Sources.SourceFolder;

    private void TellBrowsers(PlanSnapshot? before, PlanSnapshot state)
    {
        var open = browsers.All;
        if (open.Length == 0)
        {
            return;
        }

        var files = before is null ? [] : state.Plan.FilesChangedSince(before.Plan);
        foreach (var path in open.GroupBy(browser => browser.Path, StringComparer.Ordinal))
        {
            if (before?.Plan.Find(path.Key) is { } gone
                && state.Plan.Find(path.Key) is null
                && state.Plan.AddressOfMoved(gone, before.Plan) is { } url)
            {
                Send(path, EventMessage.Moved(state.Plan.Options.BasePath + url.TrimStart('/')));
                continue;
            }

            var old = site.Pages.Peek(path.Key).Shown;
            if (site.PageFor(state, path.Key) is not { } page)
            {
                continue;
            }

            foreach (var browser in path)
            {
                var shown = browser.Fingerprint == old?.Fingerprint.ToString() ? old : null;
                if (PageChange.Between(shown, page, browser.Fingerprint, files) is { } message)
                {
                    browser.Send(message, page.Fingerprint);
                }
            }
        }
    }

    private static void Send(IEnumerable<Browser> to, EventMessage message)
    {
        foreach (var browser in to)
        {
            browser.Send(message);
        }
    }
}
