using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SiteGen.Server.Http;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;
using SiteGen.Text;

namespace SiteGen.Server;

/// <summary>Serves a site while its author edits it. Nothing is written to disk.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private readonly PreviewOptions _options;
    private readonly Action<PreviewReport> _report;
    private readonly CancellationTokenSource _stopping;
    private readonly ConnectedClients _browsers = new();
    private readonly ChangeQueue _changes = new();
    private readonly AllowedHosts _hosts;
    private readonly DiagnosticsPublisher _diagnostics;
    private readonly TaskCompletionSource<ImmutableArray<Diagnostic>> _planned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private KestrelServer? _kestrel;
    private bool _isDisposed;
    private bool _isFullyReported;
    private volatile bool _isReady;
    private volatile Exception? _bug;
    private Task _edits = Task.CompletedTask;

    private PreviewServer(PreviewOptions options, Action<PreviewReport> report, CancellationToken stopping)
    {
        (_options, _report) = (options, report);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _hosts = new AllowedHosts(options.Hosts);
        _diagnostics = new DiagnosticsPublisher(_browsers, report);
    }

    /// <summary>The preview's URL.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>The size of all cached pages in bytes.</summary>
    public long KeptBytes => Site?.Pages.Bytes ?? 0;

    /// <summary>The number of pages open in browsers.</summary>
    public int OpenPages => _browsers.All.Length;

    /// <summary>The site; null before the port is known.</summary>
    internal PreviewSite? Site { get; private set; }

    /// <summary>Scans all files now; completes when the site is up to date.</summary>
    internal Task LookNow()
    {
        _changes.Add(null);
        return _changes.Settled;
    }

    /// <summary>Looks at one path now, as after an edit of it; completes when the site is up to date.</summary>
    internal Task LookAt(string fullPath)
    {
        _changes.Add(fullPath);
        return _changes.Settled;
    }

    /// <summary>Starts a preview. It accepts requests when this returns.</summary>
    /// <param name="options">The options.</param>
    /// <param name="report">Receives the preview's events, on any thread.</param>
    /// <param name="stopping">Ends the preview.</param>
    /// <returns>The preview; or null and the problems if the configuration cannot be used.</returns>
    /// <exception cref="PortException">No port is available.</exception>
    public static async Task<(PreviewServer? Server, ImmutableArray<Diagnostic> Problems)> Start(
        PreviewOptions options, Action<PreviewReport> report, CancellationToken stopping)
    {
        var server = new PreviewServer(options, report, stopping);
        var problems = await server.Start();
        if (!problems.Any(problem => problem.IsError))
        {
            return (server, problems);
        }

        await server.DisposeAsync();
        return (null, problems);
    }

    /// <summary>Completes when the preview ends: by its cancellation token, or by an unexpected exception, which it rethrows.</summary>
    public Task Ended => _edits;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stopping.CancelAsync();
        if (_kestrel is not null)
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await _kestrel.StopAsync(timeout.Token);
            _kestrel.Dispose();
        }

        try
        {
            await _edits;
        }
        catch (OperationCanceledException)
        {
            // Disposing cancels it.
        }
        finally
        {
            _stopping.Dispose();
        }
    }

    private async Task<ImmutableArray<Diagnostic>> Start()
    {
        var start = Stopwatch.GetTimestamp();
        var door = new PreviewDoor();
        (_kestrel, var port) = await new PreviewListener(door, _hosts, _stopping.Token).Listen(_options.Port, PreviewOptions.DefaultPort);
        if (_options.Port is null && port != PreviewOptions.DefaultPort)
        {
            _report(new PreviewReport.OtherPort(PreviewOptions.DefaultPort, port));
        }

        var first = new PreviewSite(_options.Sources with { CommandLine = Given(port) }, _options.Clock, _options.UsesCache);
        Site = first;
        door.Handler = new RequestHandler(first, _changes, _hosts, _browsers, _diagnostics, _options.IsReloading);
        door.Stopping = _stopping.Token;
        door.IsOpen.SetResult();
        _edits = Follow(first, door.Handler);
        if (await _planned.Task is { IsEmpty: false } refused)
        {
            return refused;
        }

        Address = AddressAt(_hosts.Shown);
        _isReady = true;
        _report(new PreviewReport.Ready(Address, first.State?.Plan.Count ?? 0, Stopwatch.GetElapsedTime(start))
        {
            NetworkAddresses = [.. _hosts.InNetwork.Select(AddressAt)],
        });
        return [];

        Uri AddressAt(string host) => new($"http://{host}:{port}{first.Options?.BasePath}");
    }

    // A preview shows drafts unless told otherwise, and absolute links of the site point to the preview.
    private Pipeline.Configuration.RawOptions Given(int port)
    {
        var given = _options.Sources.CommandLine;
        given = given.Has("drafts") ? given : given.With("drafts", true);
        return given.Has("base_url") ? given : given.With("preview_root", $"http://{_hosts.Shown}:{port}");
    }

    private async Task Follow(PreviewSite site, RequestHandler handler)
    {
        // Return to the caller; planning the site blocks.
        await Task.Yield();
        using var background = new BackgroundRenderer(
            site, () => handler.IsBusy || !_changes.Settled.IsCompleted, exception => WhenAllIsRendered(site, exception));
        var loop = new RebuildLoop(site, _changes, _browsers, _diagnostics, _options, _report);
        try
        {
            await loop.Run(background.Begin, () => _planned.TrySetResult([]), () => _planned.TrySetResult(site.Refused), _stopping.Token);
            if (_bug is not null)
            {
                ExceptionDispatchInfo.Throw(_bug);
            }
        }
        catch (Exception exception)
        {
            _planned.TrySetException(exception);
            throw;
        }
        finally
        {
            _planned.TrySetCanceled();
            site.Dispose();
        }
    }

    // The first problems found in the background push the preview's URL off the screen, so it is shown again.
    private void WhenAllIsRendered(PreviewSite site, Exception? bug)
    {
        if (bug is not null)
        {
            _bug = bug;
            // Not awaited: the loop ends by this, and waits for this thread.
            _ = _stopping.CancelAsync();
            return;
        }

        var isFirst = !Interlocked.Exchange(ref _isFullyReported, true);
        if (_diagnostics.Show(site.Problems(), isComplete: true) && isFirst && _isReady)
        {
            _report(new PreviewReport.At(Address));
        }
    }
}
