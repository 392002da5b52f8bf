using System.Text.RegularExpressions;

namespace SiteGen.Server.Tests;

/// <summary>A page in a browser, as far as the server can tell: it has loaded, and listens.</summary>
internal sealed partial class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, StreamReader lines) => (_response, _lines) = (response, lines);

    public static async Task<EventReader> Open(TestPreview preview, string path, string? print)
    {
        print ??= Print().Match(await preview.Get(path)).Groups[1].Value;
        var response = await preview.Client.GetAsync(
            new Uri($"/_sitegen/events?path={Uri.EscapeDataString(path)}&print={print}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next message of a kind and its data; those of other kinds are passed over.</summary>
    public async Task<string> Next(string kind)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == $"event: {kind}")
            {
                return (await _lines.ReadLineAsync(patience.Token))?["data: ".Length..] ?? "";
            }
        }

        throw new EndOfStreamException($"the line ended before '{kind}'");
    }

    /// <summary>The kind of the next message that is not about problems.</summary>
    public async Task<string> NextKind()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal) && line != "event: problems")
            {
                return line["event: ".Length..];
            }
        }

        return "end";
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }

    [GeneratedRegex("data-print=\"([0-9a-f]{32})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Print();
}
