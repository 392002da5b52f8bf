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

/// <summary>Shows a site in browsers while it is written. Nothing is written to the disk.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const int PortsTried = 50;

    private readonly PreviewOptions _options;
    private readonly Action<PreviewReport> _report;
    private readonly CancellationTokenSource _stopping;
    private readonly ConnectedClients _browsers = new();
    private readonly ChangeQueue _hints = new();
    private readonly AllowedHosts _hosts;
    private readonly DiagnosticsPublisher _board;
    private readonly TaskCompletionSource<ImmutableArray<Diagnostic>> _planned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private KestrelServer? _kestrel;
    private bool _isDisposed;
    private bool _isAllSaid;
    private volatile bool _isReady;
    private volatile Exception? _bug;
    private Task _edits = Task.CompletedTask;

    private PreviewServer(PreviewOptions options, Action<PreviewReport> report, CancellationToken stopping)
    {
        (_options, _report) = (options, report);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _hosts = new AllowedHosts(options.Hosts);
        _board = new DiagnosticsPublisher(_browsers, report);
    }

    /// <summary>Where the preview is.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>How many bytes of pages are kept.</summary>
    public long KeptBytes => Site?.Pages.Bytes ?? 0;

    /// <summary>How many pages are open in browsers.</summary>
    public int OpenPages => _browsers.All.Length;

    /// <summary>The site; null before the port is known.</summary>
    internal PreviewSite? Site { get; private set; }

    /// <summary>Looks at all files now, whatever the system has told; done when the site is as they are.</summary>
    internal Task LookNow()
    {
        _hints.Add(null);
        return _hints.Settled;
    }

    /// <summary>Starts a preview. It can be opened when this returns.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="report">Is told what happens, by any thread.</param>
    /// <param name="stopping">Ends the preview.</param>
    /// <returns>The preview; or null and the problems, when the configuration cannot be used.</returns>
    /// <exception cref="IOException">No port could be had.</exception>
    public static async Task<(PreviewServer? Server, ImmutableArray<Diagnostic> Problems)> Start(PreviewOptions options, Action<PreviewReport> report, CancellationToken stopping)
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

    /// <summary>Done when the preview has ended, by the token it was started with or by a bug, which is thrown.</summary>
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
            using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await _kestrel.StopAsync(hurry.Token);
            _kestrel.Dispose();
        }

        try
        {
            await _edits;
        }
        catch (OperationCanceledException)
        {
            // That is what was asked for.
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
        door.Handler = new RequestHandler(first, _hints, _hosts, _browsers, _board, _options.IsReloading);
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

    // Drafts are what previews are for; the links of the site lead to the preview.
    private Pipeline.Configuration.RawOptions Given(int port)
    {
        var given = _options.CommandLine.Has("drafts") ? _options.CommandLine : _options.CommandLine.With("drafts", true);
        return given.Has("base_url") ? given : given.With("preview_root", $"http://{_hosts.Shown}:{port}");
    }

    private async Task Follow(PreviewSite site, RequestHandler handler)
    {
        // The caller goes on: what follows works on the files.
        await Task.Yield();
        using var ahead = new BackgroundRenderer(site, () => handler.IsBusy || !_hints.Settled.IsCompleted, problem => WhenAllIsRendered(site, problem));
        var loop = new RebuildLoop(site, _hints, _browsers, _board, _options, _report);
        try
        {
            await loop.Run(ahead.Begin, () => _planned.TrySetResult([]), () => _planned.TrySetResult(site.Refused), _stopping.Token);
            if (_bug is not null)
            {
                ExceptionDispatchInfo.Throw(_bug);
            }
        }
        catch (Exception problem)
        {
            _planned.TrySetException(problem);
            throw;
        }
        finally
        {
            _planned.TrySetCanceled();
        }
    }

    // What is found wrong behind the first page would push its address away.
    private void WhenAllIsRendered(PreviewSite site, Exception? bug)
    {
        if (bug is not null)
        {
            _bug = bug;
            // Not on this thread, which is waited for.
            _ = _stopping.CancelAsync();
            return;
        }

        var isFirst = !Interlocked.Exchange(ref _isAllSaid, true);
        if (_board.Show(site.Problems(), isComplete: true) && isFirst && _isReady)
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
            catch (IOException problem) when (problem.InnerException is AddressInUseException && _options.Port is null && port < wanted + PortsTried)
            {
                // The next one, then.
            }
        }
    }

    private async Task<int> Listen(Door door, int port)
    {
        // Of two addresses any free port could be two.
        var addresses = port == 0 ? _hosts.Addresses.Take(1).ToArray() : [.. _hosts.Addresses];
        try
        {
            return await Listen(door, port, addresses);
        }
        catch (Exception problem) when (IsNotHere(problem) && AllowedHosts.Older(addresses) is { Length: > 0 } older)
        {
            // Not every machine has the newer kind of address.
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

    private static bool IsNotHere(Exception problem) =>
        problem.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported };

    /// <summary>Where requests enter; they wait until there is somebody to answer them.</summary>
    private sealed class Door : IHttpApplication<HttpContext>
    {
        public TaskCompletionSource IsOpen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RequestHandler? Handler { get; set; }

        public CancellationToken Stopping { get; set; }

        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing of it is ours.
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
                // Whoever asked has gone.
            }
            catch (IOException) when (context.RequestAborted.IsCancellationRequested)
            {
                // As above.
            }
        }
    }
}
