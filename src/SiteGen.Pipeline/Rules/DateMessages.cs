using System.Globalization;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about dates.</summary>
internal static class DateMessages
{
    private const string WriteIt = "write it like 2026-03-05 or 2026-03-05T14:30:00+01:00";

    /// <summary>A text in none of the known spellings.</summary>
    public static DiagnosticMessage NotADate(string text) => Invalid($"'{text}' is not a date");

    /// <summary>A day that the calendar does not have, and nothing near it.</summary>
    public static DiagnosticMessage NoSuchDay(string text) => Invalid($"there is no day '{text}'");

    /// <summary>A day behind the end of its month.</summary>
    public static DiagnosticMessage NoSuchDay(string text, DateOnly read) => Invalid($"there is no day '{text}'; read as {Shown(read)}");

    /// <summary>A day and a month in either order: 3/4/2026 is in March for half the world and in April for the other half.</summary>
    public static DiagnosticMessage DayOrMonth(string text, DateOnly read, DateOnly other) =>
        Invalid($"'{text}' can be {Shown(read)} or {Shown(other)}; read as {Shown(read)}");

    /// <summary>A day with a time that cannot be read.</summary>
    public static DiagnosticMessage UnknownTime(string text, DateOnly read) =>
        Invalid($"the time in '{text}' cannot be understood; read as the day {Shown(read)}");

    private static DiagnosticMessage Invalid(string text) => new(SiteRules.InvalidDate, text, WriteIt);

    private static string Shown(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
