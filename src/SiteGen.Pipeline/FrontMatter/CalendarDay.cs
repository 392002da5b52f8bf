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
    /// <summary>The day with these numbers; the end of the month for a day behind it; null when no day could be meant.</summary>
    /// <remarks>The first and the last year of <see cref="DateTime"/> would overflow in other time zones.</remarks>
    public static DateOnly? Nearest(int year, int month, int day, out DayProblem problem)
    {
        problem = DayProblem.NoSuchDay;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        if (year is 1 or 9999)
        {
            problem = day > last ? DayProblem.NoSuchDay : DayProblem.YearOutOfRange;
            return null;
        }

        problem = day > last ? DayProblem.NoSuchDay : DayProblem.None;
        return new DateOnly(year, month, Math.Min(day, last));
    }
}
