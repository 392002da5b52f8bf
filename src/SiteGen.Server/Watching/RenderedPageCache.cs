using SiteGen.Pipeline;
using SiteGen.Pipeline.Rendering;
using SiteGen.Text;

namespace SiteGen.Server.Watching;

/// <summary>Bytes to be sent, and what stands for them.</summary>
/// <param name="Bytes">The bytes of the output.</param>
/// <param name="Fingerprint">The fingerprint of the bytes.</param>
/// <param name="IsGood">Whether they were made without errors.</param>
internal sealed record Page(byte[] Bytes, Fingerprint Fingerprint, bool IsGood);

/// <summary>What is known of the outputs: of each what its rendering read, of some the bytes.</summary>
/// <remarks>Bytes are kept of what was asked for lately, up to a limit, so that memory does not grow with edits.</remarks>
internal sealed class RenderedPageCache(long mostBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _bytes;
    private long _uses;

    /// <summary>How many bytes are kept.</summary>
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

    /// <summary>What was rendered last at a path; the version of the plan it is known to be current under; the page to show.</summary>
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

    /// <summary>As <see cref="Find"/>, but not because anybody asked for it.</summary>
    public (RouteOutput? Rendered, int Version, Page? Shown) Peek(string path)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(path, out var entry) ? (entry.Rendered, entry.Version, entry.Shown) : default;
        }
    }

    /// <summary>Notes that a rendering is current under a newer plan too.</summary>
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

    /// <summary>Keeps a rendering, and its bytes where they are wanted. The last good page stays until there is a better one.</summary>
    /// <returns>The page to show; null when there never was one.</returns>
    public Page? Keep(string path, RouteOutput rendered, int version, Page? made, bool isAskedFor)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(path, out var entry))
            {
                _entries[path] = entry = new Entry();
            }

            var shown = made is { IsGood: true } || entry.Shown is not { IsGood: true } ? made : entry.Shown;
            if (entry.Rendered is null || entry.Version <= version)
            {
                (entry.Rendered, entry.Version) = (rendered, version);
                if (isAskedFor || entry.Shown is not null)
                {
                    Show(entry, shown);
                    entry.Used = isAskedFor ? ++_uses : entry.Used;
                }
            }

            return shown;
        }
    }

    /// <summary>Forgets outputs that are not in the plan; with errors, not those that somebody may be looking at.</summary>
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

    /// <summary>Every rendering that is known to be current under a plan.</summary>
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
        if (_bytes <= mostBytes)
        {
            return;
        }

        // Down to a half, so that the next page does not look for room again.
        foreach (var old in _entries.Values.Where(other => other.Shown is not null && other != entry).OrderBy(other => other.Used).ToArray())
        {
            if (_bytes <= mostBytes / 2)
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
