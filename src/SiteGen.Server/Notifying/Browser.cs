using System.Threading.Channels;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>One page that is open in a browser, and listens.</summary>
/// <param name="path">The output's path.</param>
/// <param name="fingerprint">The fingerprint of the bytes that it shows.</param>
internal sealed class Browser(string path, string fingerprint)
{
    // One that does not read for so long has lost count: it finds out when it connects again.
    private readonly Channel<EventMessage> _messages = Channel.CreateBounded<EventMessage>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>The output's path.</summary>
    public string Path => path;

    /// <summary>The fingerprint of the bytes that it shows.</summary>
    public string Fingerprint { get; private set; } = fingerprint;

    /// <summary>What is to be sent.</summary>
    public ChannelReader<EventMessage> Messages => _messages.Reader;

    /// <summary>Sends a message; with a fingerprint, one after which the page shows other bytes.</summary>
    public void Send(EventMessage message, Fingerprint? nowShown = null)
    {
        Fingerprint = nowShown?.ToString() ?? Fingerprint;
        _messages.Writer.TryWrite(message);
    }
}
