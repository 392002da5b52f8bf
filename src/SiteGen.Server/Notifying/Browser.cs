using System.Diagnostics;
using System.Threading.Channels;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>One page that is open in a browser and listens for events.</summary>
/// <param name="path">The output's path.</param>
/// <param name="fingerprint">The fingerprint of the bytes that it shows.</param>
[DebuggerDisplay("{Path} {Fingerprint}")]
internal sealed class Browser(string path, string fingerprint)
{
    // A browser that lags this far misses messages; it catches up when it reconnects.
    private readonly Channel<EventMessage> _messages =
        Channel.CreateBounded<EventMessage>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>The output's path.</summary>
    public string Path => path;

    /// <summary>The fingerprint of the bytes that it shows.</summary>
    public string Fingerprint { get; private set; } = fingerprint;

    /// <summary>The messages to be sent.</summary>
    public ChannelReader<EventMessage> Messages => _messages.Reader;

    /// <summary>Queues a message; a fingerprint is that of the page the browser shows afterwards.</summary>
    public void Send(EventMessage message, Fingerprint? nowShown = null)
    {
        Fingerprint = nowShown?.ToString() ?? Fingerprint;
        _messages.Writer.TryWrite(message);
    }
}
