namespace SiteGen.Pipeline.FrontMatter;

/// <summary>What is wrong with a day.</summary>
internal enum DayProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The calendar does not have it.</summary>
    NoSuchDay,

    /// <summary>It cannot be converted to every time zone.</summary>
    YearOutOfRange,
}

/// <summary>A day of the calendar by its numbers, in front matter or in the name of a file.</summary>
internal static class CalendarDay
{
    // Who writes a later day means 'not for a long time', and a post that is held back must stay so.
    private static readonly DateOnly s_last = new(9998, 12, 31);

    /// <summary>The day with these numbers; the end of the month for a day behind it; null when no day could be meant.</summary>
    /// <remarks>
    /// The first and the last year of <see cref="DateTime"/> would overflow in other time zones. The first is Hugo's 'no date', of the
    /// last there is the day before it.
    /// </remarks>
    public static DateOnly? Nearest(int year, int month, int day, out DayProblem problem)
    {
        problem = DayProblem.NoSuchDay;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        var isInRange = year is > 1 and < 9999;
        problem = day > last ? DayProblem.NoSuchDay : isInRange ? DayProblem.None : DayProblem.YearOutOfRange;
        return isInRange ? new DateOnly(year, month, Math.Min(day, last)) : year == 1 ? null : s_last;
    }
}
