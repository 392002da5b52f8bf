namespace SiteGen.Templating.Dates;

/// <summary>A date with a time of day, and its offset from UTC; zero if the offset is not known.</summary>
internal readonly record struct DateTimeParts(DateTime Local, TimeSpan Offset)
{
    /// <summary>The instant, in ticks of 100 ns since year 1.</summary>
    public long UtcTicks => Local.Ticks - Offset.Ticks;

    /// <summary>Whether there is a date with such a local time and offset: at the edges of the calendar UTC is another year.</summary>
    public static bool AreInRange(Int128 localTicks, TimeSpan offset) =>
        IsInRange(localTicks) && IsInRange(localTicks - offset.Ticks);

    private static bool IsInRange(Int128 ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
}
