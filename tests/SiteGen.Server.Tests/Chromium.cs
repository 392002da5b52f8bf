using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>A fact about a browser; where none is installed it is passed over, which is said.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() =>
        Skip = Chromium.Program is null ? "no Chromium is installed; on Debian: apt-get install chromium" : null;
}

/// <summary>A browser without a window, driven by the Chrome DevTools Protocol.</summary>
public sealed class Chromium : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _profile = new();
    private readonly ClientWebSocket _socket = new();
    private Process? _process;
    private int _count;

    /// <summary>Where the browser is; null when there is none.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[
            Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome")
        ])
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        _process = Process.Start(new ProcessStartInfo(
            Program,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}",
                "about:blank"
            ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        });
        var address = "";
        while (_process is not null && await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DevTools listening on ", StringComparison.Ordinal))
            {
                address = line["DevTools listening on ".Length..];
                break;
            }
        }

        await _socket.ConnectAsync(new Uri(address), CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        return _process?.WaitForExitAsync() ?? Task.CompletedTask;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process?.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A process that is ending still writes: the folder goes with the tests.
        }
    }

    /// <summary>Opens a page and waits until it is there.</summary>
    internal async Task<Tab> Open(Uri address, bool runsScripts = true)
    {
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null);
        var session = await Send(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = target["targetId"]?.DeepClone(), ["flatten"] = true },
            null);
        var tab = new Tab(this, (string?)session["sessionId"] ?? "");
        await Send("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = !runsScripts }, tab.Session);
        await Send("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri }, tab.Session);
        await tab.Until($"location.href === {JsonSerializer.Serialize(address.AbsoluteUri)} && document.readyState === 'complete'");
        return tab;
    }

    /// <summary>Sends one command and waits for its answer; one at a time.</summary>
    internal async Task<JsonNode> Send(string method, JsonObject parameters, string? session)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var id = ++_count;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, patience.Token);
        while (true)
        {
            var message = new MemoryStream();
            var piece = new byte[16 << 10];
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(piece, patience.Token);
                message.Write(piece, 0, part.Count);
            }
            while (!part.EndOfMessage);
            var answer = JsonNode.Parse(message.ToArray());
            if ((int?)answer?["id"] == id)
            {
                return answer?["result"] ?? new JsonObject();
            }
        }
    }

    /// <summary>One page.</summary>
    internal sealed class Tab(Chromium browser, string session)
    {
        public string Session => session;

        /// <summary>Runs a script and returns what it comes to.</summary>
        public async Task<JsonNode?> Run(string script)
        {
            var answer = await browser.Send(
                "Runtime.evaluate",
                new JsonObject { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true },
                session);
            return answer["result"]?["value"]?.DeepClone();
        }

        /// <summary>Waits until a script comes to true.</summary>
        public async Task Until(string script)
        {
            for (var end = Environment.TickCount64 + (long)s_patience.TotalMilliseconds; Environment.TickCount64 < end;)
            {
                if (await Run(script) is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue)
                {
                    return;
                }

                await Task.Delay(5);
            }

            Assert.Fail($"never true: {script}; the page is {await Run("location.href + ' ' + document.documentElement.outerHTML")}");
        }
    }
}
