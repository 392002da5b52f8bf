using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>A preview of a small site, on a port of its own.</summary>
internal sealed class TestPreview : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();

    private TestPreview(TestSite site) => Site = site;

    public TestSite Site { get; }

    public PreviewServer Server { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public ConcurrentQueue<PreviewReport> Reports { get; } = new();

    public int Port => Server.Address.Port;

    public static TimeProvider Clock { get; } = TestClock.At("2026-06-01T12:00:00Z");

    public static async Task<TestPreview> Start(TestSite site, Func<PreviewOptions, PreviewOptions>? with = null)
    {
        var preview = new TestPreview(site);
        var sources = new OptionSources(RawOptions.None.With("source", site.SourceFolder));
        var options = new PreviewOptions { Sources = sources, Clock = Clock, Port = 0 };
        var (server, problems) = await PreviewServer.Start(with?.Invoke(options) ?? options, preview.Reports.Enqueue, preview._stop.Token);
        Assert.True(server is not null, string.Join('\n', problems));
        preview.Server = server;
        preview.Client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false
        })
        { BaseAddress = new Uri($"http://localhost:{server.Address.Port}/"), Timeout = s_patience };
        return preview;
    }

    public async Task<string> Get(string url) => await (await Client.GetAsync(new Uri(url, UriKind.Relative))).Content.ReadAsStringAsync();

    /// <summary>Asks until the answer is right; what happens between an edit and its page takes the time it takes.</summary>
    public async Task Until(string url, Func<string, bool> isRight)
    {
        var last = "";
        for (var end = Environment.TickCount64 + (long)s_patience.TotalMilliseconds; Environment.TickCount64 < end;)
        {
            last = await Get(url);
            if (isRight(last))
            {
                return;
            }

            await Task.Delay(2);
        }

        Assert.Fail($"{url} never became right: {last}");
    }

    public Task UntilHas(string url, string text) => Until(url, page => page.Contains(text, StringComparison.Ordinal));

    public Task UntilHasNot(string url, string text) => Until(url, page => !page.Contains(text, StringComparison.Ordinal));

    public async Task<T> UntilReported<T>(Func<T, bool> isRight)
        where T : PreviewReport
    {
        for (var end = Environment.TickCount64 + (long)s_patience.TotalMilliseconds; Environment.TickCount64 < end;)
        {
            if (Reports.OfType<T>().FirstOrDefault(isRight) is { } found)
            {
                return found;
            }

            await Task.Delay(2);
        }

        throw new TimeoutException($"no such report among: {string.Join('\n', Reports)}");
    }

    /// <summary>Sends bytes as they are and reads the answer to its end.</summary>
    public async Task<string> Raw(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        using var patience = new CancellationTokenSource(s_patience);
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>Asks for a target exactly as it is spelt.</summary>
    public Task<string> RawGet(string target, string host = "localhost") =>
        Raw($"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

    public Task<EventReader> Listen(string path) => EventReader.Open(this, path, null);

    public void Stop() => _stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        _stop.Dispose();
        Site.Dispose();
    }
}
