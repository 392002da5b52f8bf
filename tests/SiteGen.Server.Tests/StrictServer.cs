using System.Net;
using System.Net.Sockets;

namespace SiteGen.Server.Tests;

/// <summary>Serves a finished site as a careful host does: with a strict content security policy.</summary>
internal sealed class StrictServer : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly Task _loop;

    public StrictServer(string folder)
    {
        _folder = folder;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _loop = Serve();
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _listener.Close();
        _loop.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed, or the browser went away.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url?.AbsolutePath ?? "/";
        var file = Path.Combine(_folder, path[1..], path.EndsWith('/') ? "index.html" : "");
        using var response = context.Response;
        response.Headers["Content-Security-Policy"] = Policy;
        response.ContentType = Path.GetExtension(file.TrimEnd('/')) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css",
            ".js" => "text/javascript",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        if (File.Exists(file))
        {
            response.OutputStream.Write(File.ReadAllBytes(file));
        }
        else
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
        }
    }
}
