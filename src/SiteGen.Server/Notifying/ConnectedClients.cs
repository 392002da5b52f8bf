namespace SiteGen.Server.Notifying;

/// <summary>The pages that are open in browsers.</summary>
internal sealed class ConnectedClients
{
    private readonly Lock _gate = new();
    private readonly HashSet<Browser> _browsers = [];

    /// <summary>Those that listen now.</summary>
    public Browser[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _browsers];
            }
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(Browser browser)
    {
        lock (_gate)
        {
            _browsers.Add(browser);
        }
    }

    /// <summary>Removes one.</summary>
    public void Remove(Browser browser)
    {
        lock (_gate)
        {
            _browsers.Remove(browser);
        }
    }

    /// <summary>Sends a message to all.</summary>
    public void Send(EventMessage message)
    {
        foreach (var browser in All)
        {
            browser.Send(message);
        }
    }
}
