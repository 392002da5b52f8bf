namespace SiteGen.Server.Notifying;

/// <summary>The pages that are open in browsers.</summary>
internal sealed class ConnectedClients
{
    private readonly Lock _gate = new();
    private readonly HashSet<Browser> _browsers = [];

    /// <summary>The pages connected now.</summary>
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

    /// <summary>Adds a page.</summary>
    public void Add(Browser browser)
    {
        lock (_gate)
        {
            _browsers.Add(browser);
        }
    }

    /// <summary>Removes a page.</summary>
    public void Remove(Browser browser)
    {
        lock (_gate)
        {
            _browsers.Remove(browser);
        }
    }

    /// <summary>Sends a message to all pages.</summary>
    public void Send(EventMessage message)
    {
        foreach (var browser in All)
        {
            browser.Send(message);
        }
    }
}
