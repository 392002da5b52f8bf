namespace SiteGen.Templating.Dates;

/// <summary>A date with a time of day, and its offset from UTC; an offset of zero where none is known.</summary>
internal readonly record struct DateTimeParts(DateTime Local, TimeSpan Offset)
{
    /// <summary>The instant, in ticks of 100 ns since year 1.</summary>
    public long UtcTicks => Local.Ticks - Offset.Ticks;
}
