using System.Net;
using System.Net.Sockets;
using SiteGen.Testing;

namespace SiteGen.Server.Tests.Search;

/// <summary>Serves a finished site as a file host does, below a path if one is given, and under a strict policy.</summary>
internal sealed class StaticHost : IAsyncDisposable
{
    /// <summary>What a page of the theme needs at most.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'; "
        + "form-action 'self'";

    private readonly HttpListener _listener = new();
    private readonly TestSite _site;
    private readonly string _path;
    private readonly Task _work;

    private StaticHost(TestSite site, int port, string path)
    {
        (_site, _path) = (site, path);
        Root = new Uri($"http://127.0.0.1:{port}{path}");
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _work = Serve();
    }

    /// <summary>The address of the home page.</summary>
    public Uri Root { get; }

    /// <summary>How long an answer that is JSON takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether JSON is refused.</summary>
    public bool IsDown { get; set; }

    /// <summary>Serves a site that is built already.</summary>
    public static StaticHost Start(TestSite site, string path = "/")
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new StaticHost(site, port, path);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _work;
        _site.Dispose();
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Answer(request);
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url?.AbsolutePath ?? "");
        var isJson = path.EndsWith(".json", StringComparison.Ordinal);
        if (isJson)
        {
            await Task.Delay(Delay);
        }

        var file = Path.Combine(_site.OutputFolder, path.StartsWith(_path, StringComparison.Ordinal) ? path[_path.Length..] : "\0");
        file = path.EndsWith('/') ? Path.Combine(file, "index.html") : file;
        var response = context.Response;
        response.Headers["Content-Security-Policy"] = Policy;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        if (!File.Exists(file) || (isJson && IsDown))
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        response.Close(await File.ReadAllBytesAsync(file), willBlock: false);
    }
}
