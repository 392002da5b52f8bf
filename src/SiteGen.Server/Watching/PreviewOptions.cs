using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Server.Watching;

/// <summary>What a preview is asked for.</summary>
public sealed record PreviewOptions
{
    /// <summary>The port that is tried first when none is named.</summary>
    public const int DefaultPort = 4000;

    /// <summary>What the command line says of the site.</summary>
    public required RawOptions CommandLine { get; init; }

    /// <summary>The configuration file that was named; null to look in the site's folder.</summary>
    public string? Configuration { get; init; }

    /// <summary>Tells what is in the future.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The port, 0 for any that is free; null for the default one or the next that is free.</summary>
    public int? Port { get; init; }

    /// <summary>Addresses to listen at besides, and names under which the preview may be asked for.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Whether pages in a browser follow the edits.</summary>
    public bool IsReloading { get; init; } = true;

    /// <summary>Whether to look for changes now and then instead of being told, as network drives need.</summary>
    public bool IsPolling { get; init; }
}
