namespace SiteGen.Pipeline.Configuration;

/// <summary>How dates are read.</summary>
/// <param name="WithoutOffset">In which time zone a time without an offset is.</param>
public sealed record DateOptions(OffsetlessTime WithoutOffset);

/// <summary>The time zone of a time that is written without an offset.</summary>
public enum OffsetlessTime
{
    /// <summary>That of the site: what an author's clock shows.</summary>
    Site,

    /// <summary>UTC, as in Jekyll.</summary>
    Utc,
}
