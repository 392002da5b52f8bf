namespace SiteGen.Text.TimeZones;

/// <summary>How often a local time occurs.</summary>
public enum LocalTimeKind
{
    /// <summary>Once.</summary>
    Unique,

    /// <summary>Never: the clocks were put forward over it.</summary>
    Skipped,

    /// <summary>Twice: the clocks were put back.</summary>
    Repeated,
}
