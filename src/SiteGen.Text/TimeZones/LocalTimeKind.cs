namespace SiteGen.Text.TimeZones;

/// <summary>How often a clock on a wall shows a time.</summary>
public enum LocalTimeKind
{
    /// <summary>Once.</summary>
    Unique,

    /// <summary>Never: the clock was put forward over it.</summary>
    Skipped,

    /// <summary>Twice: the clock was put back.</summary>
    Repeated,
}
