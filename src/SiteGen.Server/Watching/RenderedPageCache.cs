using System.Diagnostics;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Rendering;
using SiteGen.Text;

namespace SiteGen.Server.Watching;

/// <summary>A rendered page, ready to send.</summary>
/// <param name="Bytes">The bytes of the output.</param>
/// <param name="Fingerprint">The fingerprint of the bytes.</param>
/// <param name="IsGood">Whether the page was rendered without errors.</param>
internal sealed record Page(byte[] Bytes, Fingerprint Fingerprint, bool IsGood);

/// <summary>The outputs rendered so far: the trace of each, and the bytes of those requested recently.</summary>
/// <remarks>The bytes are limited and the least recently used are dropped, so that memory does not grow with edits.</remarks>
[DebuggerDisplay("{_entries.Count} outputs, {_bytes} bytes")]
internal sealed class RenderedPageCache(long maxBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _bytes;
    private long _uses;

    /// <summary>The size of all cached pages in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The last rendering at a path, the newest plan version it is known to be current under, and the page to show.</summary>
    public (RouteOutput? Rendered, int Version, Page? Shown) Find(string path)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(path, out var entry))
            {
                entry.Used = ++_uses;
            }

            return Peek(path);
        }
    }

    /// <summary>As <see cref="Find"/>, without marking the page as used.</summary>
    public (RouteOutput? Rendered, int Version, Page? Shown) Peek(string path)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(path, out var entry) ? (entry.Rendered, entry.Version, entry.Shown) : default;
        }
    }

    /// <summary>Records that a rendering is current under a newer plan too.</summary>
    public void Confirm(string path, RouteOutput rendered, int version)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(path, out var entry) && ReferenceEquals(entry.Rendered, rendered) && entry.Version < version)
            {
                entry.Version = version;
            }
        }
    }

    /// <summary>Stores a rendering and its page. The last good page stays until there is a newer good one.</summary>
    /// <returns>The page to show; null if there has never been one.</returns>
    public Page? Keep(string path, RouteOutput rendered, int version, Page? page, bool isRequested)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(path, out var entry))
            {
                _entries[path] = entry = new Entry();
            }

            var shown = page is { IsGood: true } || entry.Shown is not { IsGood: true } ? page : entry.Shown;
            if (entry.Rendered is null || entry.Version <= version)
            {
                (entry.Rendered, entry.Version) = (rendered, version);
                if (isRequested || entry.Shown is not null)
                {
                    Show(entry, shown);
                    entry.Used = isRequested ? ++_uses : entry.Used;
                }
            }

            return shown;
        }
    }

    /// <summary>Removes outputs that are not in the plan, except pages that a browser may show if asked to keep those.</summary>
    public void Prune(SitePlan plan, bool keepsShown)
    {
        lock (_gate)
        {
            foreach (var (path, entry) in _entries.Where(pair => plan.Find(pair.Key) is null).ToArray())
            {
                if (!keepsShown || entry.Shown is null)
                {
                    Show(entry, null);
                    _entries.Remove(path);
                }
            }
        }
    }

    /// <summary>All renderings known to be current under a plan version.</summary>
    public IReadOnlyList<RouteOutput> CurrentUnder(int version)
    {
        lock (_gate)
        {
            return [.. _entries.Values.Where(entry => entry.Version == version).Select(entry => entry.Rendered).OfType<RouteOutput>()];
        }
    }

    private void Show(Entry entry, Page? page)
    {
        _bytes += (page?.Bytes.Length ?? 0) - (entry.Shown?.Bytes.Length ?? 0);
        entry.Shown = page;
        if (_bytes <= maxBytes)
        {
            return;
        }

        // Down to half, so that the next page does not evict again.
        var others = _entries.Values.Where(other => other.Shown is not null && other != entry);
        foreach (var old in others.OrderBy(other => other.Used).ToArray())
        {
            if (_bytes <= maxBytes / 2)
            {
                break;
            }

            _bytes -= old.Shown?.Bytes.Length ?? 0;
            old.Shown = null;
        }
    }

    private sealed class Entry
    {
        public RouteOutput? Rendered { get; set; }

        public int Version { get; set; }

        public Page? Shown { get; set; }

        public long Used { get; set; }
    }
}
