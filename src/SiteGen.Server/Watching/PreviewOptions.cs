using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Server.Watching;

/// <summary>The options of a preview.</summary>
public sealed record PreviewOptions
{
    /// <summary>The first port that is tried if none is set.</summary>
    public const int DefaultPort = 4000;

    /// <summary>Where the site's options are read.</summary>
    public required OptionSources Sources { get; init; }

    /// <summary>The clock that decides which posts are in the future.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The port, 0 for any free one; null for the default port or the next free one after it.</summary>
    public int? Port { get; init; }

    /// <summary>IP addresses to listen on, and host names to answer to; empty for loopback only.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Whether a text can be the name or the address of a computer, as <see cref="Hosts"/> holds them.</summary>
    public static bool IsHost(string name) => Uri.CheckHostName(name) != UriHostNameType.Unknown;

    /// <summary>Whether pages reload in the browser after an edit.</summary>
    public bool IsReloading { get; init; } = true;

    /// <summary>Whether parsed sources are kept in the site's folder for the next start.</summary>
    public bool UsesCache { get; init; }

    /// <summary>Whether to poll for changes, which network drives and containers need.</summary>
    public bool IsPolling { get; init; }
}
