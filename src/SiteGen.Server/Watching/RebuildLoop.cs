using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Server.Notifying;

namespace SiteGen.Server.Watching;

/// <summary>Waits for edits, brings the site up to date, and tells the browsers.</summary>
internal sealed class RebuildLoop(PreviewSite site, ChangeQueue hints, ConnectedClients browsers, DiagnosticsPublisher board, PreviewOptions options, Action<PreviewReport> report)
{
    // An editor saves in several steps: they belong together when no more than this lies between them.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(1);

    // A program that writes hundreds of files is not waited for longer than this.
    private const int MostQuietRounds = 60;

    // The system may forget to tell; and on some drives it never does.
    private static readonly TimeSpan s_lookAnyway = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs until the preview ends.</summary>
    /// <param name="begin">Called behind every new plan, when the browsers know.</param>
    /// <param name="ready">Called once, behind the first.</param>
    /// <param name="refused">Called when there is no plan, because of the configuration.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task Run(Action begin, Action ready, Action refused, CancellationToken stopping)
    {
        using var watcher = new SourceWatcher(Path.GetFullPath(options.CommandLine.CommandLineValue("source") ?? "."), options.Configuration is { } named ? Path.GetFullPath(named) : null, hints.Add);
        Follow(watcher, null);
        hints.Add(null);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await WaitForHints(stopping);
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
                // Files went while they were listed: soon all is quiet.
                hints.Add(null);
                await Task.Delay(s_poll, CancellationToken.None);
            }
        }
    }

    private async Task WaitForHints(CancellationToken stopping)
    {
        try
        {
            await hints.Arrived.WaitAsync(options.IsPolling ? s_poll : s_lookAnyway, stopping);
        }
        catch (TimeoutException)
        {
            return;
        }

        for (var (round, seen) = (0, -1); seen != hints.Count && round < MostQuietRounds && site.State is not null; round++)
        {
            seen = hints.Count;
            await Task.Delay(s_quiet, stopping);
        }
    }

    private void Work(SourceWatcher watcher, Action begin, CancellationToken stopping)
    {
        var isAsked = hints.Arrived.IsCompleted;
        var paths = isAsked ? hints.Take() : null;
        var start = Stopwatch.GetTimestamp();
        var before = site.State;
        var isNews = false;
        try
        {
            isNews = site.Refresh(paths, stopping);
            Follow(watcher, paths);
        }
        finally
        {
            hints.Finish();
        }

        if (!isNews)
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
        board.Show(site.Problems(), isComplete: false);
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
        var source = Path.GetFullPath(options.CommandLine.CommandLineValue("source") ?? ".");
        return [.. (paths ?? new HashSet<string>()).Where(path => site.IsSource(path)).Select(path => Path.GetRelativePath(source, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

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
            if (before?.Plan.Find(path.Key) is { } gone && state.Plan.Find(path.Key) is null && state.Plan.AddressOfMoved(gone, before.Plan) is { } url)
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
                if (PageChange.Between(browser.Fingerprint == old?.Fingerprint.ToString() ? old : null, page, browser.Fingerprint, files) is { } message)
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
