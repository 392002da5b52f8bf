using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SiteGen.Server.Http;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;
using SiteGen.Text;

namespace SiteGen.Server;

/// <summary>Serves a site while its author edits it. Nothing is written to disk.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const int PortsTried = 50;

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

    /// <summary>Starts a preview. It accepts requests when this returns.</summary>
    /// <param name="options">The options.</param>
    /// <param name="report">Receives the preview's events, on any thread.</param>
    /// <param name="stopping">Ends the preview.</param>
    /// <returns>The preview; or null and the problems if the configuration cannot be used.</returns>
    /// <exception cref="IOException">No port is available.</exception>
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
        var door = new Door();
        var port = await Listen(door);
        var first = new PreviewSite(Given(port), _options.Configuration, _options.Clock);
        Site = first;
        door.Handler = new RequestHandler(first, _changes, _hosts, _browsers, _diagnostics, _options.IsReloading);
        door.Stopping = _stopping.Token;
        door.IsOpen.SetResult();
        _edits = Follow(first, door.Handler);
        if (await _planned.Task is { IsEmpty: false } refused)
        {
            return refused;
        }

        Address = new Uri($"http://{_hosts.Shown}:{port}{first.Options?.BasePath}");
        _isReady = true;
        _report(new PreviewReport.Ready(Address, first.State?.Plan.Count ?? 0, Stopwatch.GetElapsedTime(start)));
        return [];
    }

    // A preview shows drafts unless told otherwise, and absolute links of the site point to the preview.
    private Pipeline.Configuration.RawOptions Given(int port)
    {
        var given = _options.CommandLine.Has("drafts") ? _options.CommandLine : _options.CommandLine.With("drafts", true);
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

    private async Task<int> Listen(Door door)
    {
        var wanted = _options.Port ?? PreviewOptions.DefaultPort;
        for (var port = wanted; ; port++)
        {
            try
            {
                var found = await Listen(door, port);
                if (found != wanted && wanted != 0)
                {
                    _report(new PreviewReport.OtherPort(wanted, found));
                }

                return found;
            }
            catch (IOException exception) when (IsTaken(exception) && _options.Port is null && port < wanted + PortsTried)
            {
                // Try the next port.
            }
        }
    }

    private async Task<int> Listen(Door door, int port)
    {
        // With port 0 each address would get a different port.
        var addresses = port == 0 ? _hosts.Addresses.Take(1).ToArray() : [.. _hosts.Addresses];
        try
        {
            return await Listen(door, port, addresses);
        }
        catch (Exception exception) when (IsUnsupported(exception) && AllowedHosts.Older(addresses) is { Length: > 0 } older)
        {
            // Not every machine has IPv6.
            return await Listen(door, port, older);
        }
    }

    private async Task<int> Listen(Door door, int port, IPAddress[] addresses)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxConcurrentConnections = 2000;
        options.Limits.MaxRequestBodySize = 0;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (var address in addresses)
        {
            options.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
        }

        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(door, _stopping.Token);
        }
        catch (Exception)
        {
            kestrel.Dispose();
            throw;
        }

        _kestrel = kestrel;
        return new Uri(kestrel.Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "").Port;
    }

    private static bool IsTaken(IOException exception) => exception.InnerException is AddressInUseException;

    private static bool IsUnsupported(Exception exception) => exception.GetBaseException() is SocketException
    {
        SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported,
    };

    /// <summary>Passes requests to the handler; they wait until it is set.</summary>
    private sealed class Door : IHttpApplication<HttpContext>
    {
        public TaskCompletionSource IsOpen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RequestHandler? Handler { get; set; }

        public CancellationToken Stopping { get; set; }

        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // There is nothing to dispose.
        }

        public async Task ProcessRequestAsync(HttpContext context)
        {
            await IsOpen.Task;
            try
            {
                await (Handler?.Answer(context, Stopping) ?? Task.CompletedTask);
            }
            catch (OperationCanceledException)
            {
                // The client has disconnected.
            }
            catch (IOException) when (context.RequestAborted.IsCancellationRequested)
            {
                // As above.
            }
        }
    }
}
