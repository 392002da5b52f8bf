using System.Globalization;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about dates.</summary>
internal static class DateMessages
{
    private const string WriteIt = "write it like 2026-03-05 or 2026-03-05T14:30:00+01:00";

    private const string RenameIt = "rename it: begin its name with another day, or with none";

    /// <summary>A text in none of the known spellings.</summary>
    public static DiagnosticMessage NotADate(string text) => Invalid($"'{text}' is not a date");

    /// <summary>A day that the calendar does not have.</summary>
    /// <param name="text">The date.</param>
    /// <param name="read">What it was read as; null if nothing is near it.</param>
    public static DiagnosticMessage NoSuchDay(string text, DateOnly? read) =>
        Invalid($"there is no day '{text}'{(read is { } day ? $"; read as {Shown(day)}" : "")}") with { Hint = "write a day that exists" };

    /// <summary>A day of the first or the last year that the program can count.</summary>
    /// <param name="text">The date.</param>
    /// <param name="read">What it was read as; null if it was left out.</param>
    public static DiagnosticMessage YearOutOfRange(string text, DateOnly? read) => new(
        SiteRules.InvalidDate, $"'{text}' {Taken(read)}: a date is in the years 2 to 9998", "write another year, or no date at all");

    /// <summary>A name of a file that begins with a day that the calendar does not have.</summary>
    /// <param name="name">The name of the file; of a bundle, that of its folder.</param>
    /// <param name="text">The beginning of the name.</param>
    /// <param name="read">The day that it was read as; null if it was read as a part of the name.</param>
    /// <param name="isUsed">Whether the front matter has no date.</param>
    public static DiagnosticMessage NoSuchDayInName(string name, string text, DateOnly? read, bool isUsed)
    {
        var taken = read is not { } day ? "it was read as a part of the name"
            : isUsed ? $"read as {Shown(day)}"
            : "the date in the front matter is used";
        return new(SiteRules.InvalidDate, $"'{name}' begins with '{text}', and there is no such day; {taken}", RenameIt);
    }

    /// <summary>A name of a file that begins with a day of the first or the last year.</summary>
    /// <param name="name">The name of the file; of a bundle, that of its folder.</param>
    /// <param name="text">The beginning of the name.</param>
    /// <param name="read">What it was read as; null if it was left out, or if the front matter has a date.</param>
    public static DiagnosticMessage YearOutOfRangeInName(string name, string text, DateOnly? read) => new(
        SiteRules.InvalidDate, $"'{name}' begins with '{text}', which {Taken(read)}: a date is in the years 2 to 9998", RenameIt);

    /// <summary>A day and a month in either order: 3/4/2026 is in March for half the world and in April for the other half.</summary>
    public static DiagnosticMessage DayOrMonth(string text, DateOnly read, DateOnly other) => new(
        SiteRules.AmbiguousDate, $"'{text}' can be {Shown(read)} or {Shown(other)}; read as {Shown(read)}", WriteIt);

    /// <summary>A day with a time that cannot be read.</summary>
    public static DiagnosticMessage UnknownTime(string text, DateOnly read) =>
        Invalid($"the time in '{text}' cannot be understood; read as the day {Shown(read)}");

    /// <summary>A local time that no clock shows, because clocks are put forward over it.</summary>
    /// <param name="time">The time as written.</param>
    /// <param name="zone">The name of the zone.</param>
    /// <param name="read">What it was read as.</param>
    public static DiagnosticMessage SkippedTime(DateTime time, string zone, DateTimeOffset read) => new(
        SiteRules.InvalidDate,
        $"there is no {Shown(time)} in {zone}, where clocks are put forward then; read as {Shown(read)}",
        $"write the offset, as in '{Shown(read)}'");

    /// <summary>A local time that clocks show twice, because they are put back.</summary>
    /// <param name="time">The time as written.</param>
    /// <param name="zone">The name of the zone.</param>
    /// <param name="read">What it was read as.</param>
    public static DiagnosticMessage RepeatedTime(DateTime time, string zone, DateTimeOffset read) => new(
        SiteRules.AmbiguousDate,
        $"{Shown(time)} comes twice in {zone}, where clocks are put back then; read as the first, {Shown(read)}",
        $"write the offset, as in '{Shown(read)}'");

    /// <summary>A name that several time zones have.</summary>
    /// <param name="text">The date.</param>
    /// <param name="name">The name.</param>
    /// <param name="places">Where it is used; the first is taken.</param>
    /// <param name="offset">The offset that is taken.</param>
    public static DiagnosticMessage AmbiguousZone(string text, string name, string places, TimeSpan offset)
    {
        var shown = (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return new(
            SiteRules.AmbiguousDate,
            $"the '{name}' of '{text}' can be the time of {places}; read as the first, {shown}",
            $"write the offset, such as {shown}, instead of {name}");
    }

    private static string Taken(DateOnly? read) => read is { } day ? $"was read as {Shown(day)}" : "was left out";

    private static DiagnosticMessage Invalid(string text) => new(SiteRules.InvalidDate, text, WriteIt);

    private static string Shown(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(DateTime time) =>
        time.ToString(time.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Shown(DateTimeOffset time) =>
        Shown(time.DateTime) + time.ToString(" zzz", CultureInfo.InvariantCulture);
}
