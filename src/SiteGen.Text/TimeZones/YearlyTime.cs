namespace SiteGen.Text.TimeZones;

/// <summary>A time on a weekday of a month, every year: <c>Mm.w.d/time</c> in POSIX.</summary>
/// <param name="Month">The month, from 1.</param>
/// <param name="Week">1 to 4 for the first to fourth such weekday of the month; 5 for the last.</param>
/// <param name="Weekday">The weekday; 0 is Sunday.</param>
/// <param name="Time">Seconds from that day's midnight, -167 to 167 hours (RFC 9636 section 3.3.1).</param>
internal readonly record struct YearlyTime(int Month, int Week, int Weekday, int Time)
{
    private const long SecondsPerDay = 86_400;

    // Days from 0001-01-01 to 1970-01-01, which was a Thursday.
    private const long DaysTo1970 = 719_162;
    private const int Thursday = 4;

    private static ReadOnlySpan<short> DaysBefore => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    /// <summary>The local time in a year, in seconds since 1970-01-01T00:00:00 local time.</summary>
    public long In(int year)
    {
        // DateTime ends with the year 9999, and callers need the year after it.
        var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 1 : 0;
        long past = year - 1;
        var first = (past * 365) + (past / 4) - (past / 100) + (past / 400) - DaysTo1970 + DaysBefore[Month - 1] + (Month > 2 ? leap : 0);
        var length = DaysBefore[Month] - DaysBefore[Month - 1] + (Month == 2 ? leap : 0);
        var weekday = (int)(((first + Thursday) % 7 + 7) % 7);
        var day = ((Weekday - weekday + 7) % 7) + ((Week - 1) * 7);
        return ((first + (day < length ? day : day - 7)) * SecondsPerDay) + Time;
    }
}
