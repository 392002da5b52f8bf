namespace SiteGen.Pipeline.Configuration;

/// <summary>How dates are read.</summary>
/// <param name="WithoutOffset">In which time zone a time without an offset is.</param>
/// <param name="UrlDay">Which day a URL has.</param>
public sealed record DateOptions(OffsetlessTime WithoutOffset, UrlDay UrlDay);

/// <summary>The time zone of a time that is written without an offset.</summary>
public enum OffsetlessTime
{
    /// <summary>That of the site: what an author's clock shows.</summary>
    Site,

    /// <summary>UTC, as in Jekyll.</summary>
    Utc,
}

/// <summary>The day in a URL, of a date whose day is another in another time zone.</summary>
public enum UrlDay
{
    /// <summary>The day in the time zone of the site, as in Jekyll.</summary>
    Site,

    /// <summary>The day as it is written, as in Hugo.</summary>
    Written,
}
