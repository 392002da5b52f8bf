namespace SiteGen.Templating.Dates;

/// <summary>A date with a time of day, and its offset from UTC; zero if the offset is not known.</summary>
internal readonly record struct DateTimeParts(DateTime Local, TimeSpan Offset)
{
    /// <summary>The instant, in ticks of 100 ns since year 1.</summary>
    public long UtcTicks => Local.Ticks - Offset.Ticks;
}
