using System.Globalization;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>A date as written: an instant, and whether a time of day was part of it.</summary>
/// <param name="Instant">The instant, in the site's time zone; for a bare date the start of that day.</param>
/// <param name="HasTime">Whether a time of day was written.</param>
/// <param name="Day">The day as written, which in the site's time zone may be another.</param>
internal sealed record WrittenDate(DateTimeOffset Instant, bool HasTime, DateOnly Day);

/// <summary>Reads the date spellings found in blogs.</summary>
/// <remarks>
/// A bare date is a calendar day in the site's time zone. A time without an offset is that of <paramref name="withoutOffset"/>: of an
/// author's clock, or UTC as in YAML's timestamp type (YAML 1.1 type repository, "timestamp") and in Jekyll.
/// </remarks>
/// <param name="zone">The time zone of the site, in which every instant is given.</param>
/// <param name="withoutOffset">The time zone of times that have no offset.</param>
internal sealed partial class DateReader(IanaTimeZone zone, IanaTimeZone withoutOffset)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Weekday = @"^((mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,?\s+)?";
    private const string Month = @"(?<m>[a-z]{3,9})\.?";

    // Tried in this order; 'rest' is the time of day.
    private static readonly Regex[] s_days = [YearFirst(), DayFirst(), DayMonthName(), MonthNameTimeYear(), MonthName()];

    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Reads a date; null when it cannot be used at all.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="problem">What is impossible about it, and how it was read instead.</param>
    public WrittenDate? Read(string text, out DiagnosticMessage? problem)
    {
        problem = null;
        text = text.Trim();
        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1 and < 9999)
        {
            return WholeDay(day);
        }

        if (IsoTime.Parse(text) is { } iso && CalendarDay.Nearest(iso.Day.Year, iso.Day.Month, iso.Day.Day, out var isoProblem) == iso.Day
            && isoProblem == DayProblem.None)
        {
            return TimeOf(iso.Day, iso.Time, iso.Offset, ref problem);
        }

        foreach (var pattern in s_days)
        {
            if (pattern.Match(text) is { Success: true } match && MonthOf(match.Groups["m"].Value) is { } month)
            {
                return ReadDay(text, match, month, ref problem);
            }
        }

        problem = DateMessages.NotADate(text);
        return null;
    }

    /// <summary>A calendar day in the site's time zone.</summary>
    public WrittenDate WholeDay(DateOnly day) => new(zone.StartOf(day), false, day);

    private WrittenDate? ReadDay(string text, Match match, int month, ref DiagnosticMessage? problem)
    {
        var (year, day) = (Number(match, "y"), Number(match, "d"));
        if (match.Groups["swap"].Success && month > 12 && day <= 12)
        {
            (month, day) = (day, month);
        }

        var nearest = CalendarDay.Nearest(year, month, day, out var dayProblem);
        if (dayProblem != DayProblem.None)
        {
            problem = dayProblem == DayProblem.YearOutOfRange
                ? DateMessages.YearOutOfRange(text, nearest)
                : DateMessages.NoSuchDay(text, nearest);
        }

        if (nearest is not { } date)
        {
            return null;
        }

        if (dayProblem == DayProblem.None && match.Groups["swap"].Value == "/" && month <= 12 && day <= 12 && month != day)
        {
            problem = DateMessages.DayOrMonth(text, date, new DateOnly(year, day, month));
        }

        var rest = match.Groups["rest"].Value.Trim();
        return rest.Length == 0 ? WholeDay(date) : ReadTime(text, date, rest, ref problem);
    }

    private WrittenDate ReadTime(string text, DateOnly date, string rest, ref DiagnosticMessage? problem)
    {
        var match = Time().Match(rest);
        var hour = Number(match, "h");
        if (match.Groups["ap"].Success)
        {
            hour = (hour % 12) + (match.Groups["ap"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        var (minute, second) = (Number(match, "mi"), Number(match, "s"));
        var name = match.Groups["z"].Value;
        var offset = name.Length > 0 ? OffsetOf(name) : null;
        if (!match.Success || hour > 23 || minute > 59 || second > 59 || (offset is null && name.Length > 0))
        {
            problem ??= DateMessages.UnknownTime(text, date);
            return WholeDay(date);
        }

        if (offset is { } taken && ZoneAbbreviation.PlacesOf(name) is { } places)
        {
            problem ??= DateMessages.AmbiguousZone(text, name, places, TimeSpan.FromMinutes(taken));
        }

        var fraction = match.Groups["f"].Value.PadRight(7, '0')[..7];
        var ticks = int.Parse(fraction, CultureInfo.InvariantCulture);
        return TimeOf(date, new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks)), offset, ref problem);
    }

    private WrittenDate TimeOf(DateOnly date, TimeOnly time, int? offset, ref DiagnosticMessage? problem)
    {
        var local = date.ToDateTime(time);
        var instant = offset is { } minutes
            ? zone.ToLocal(new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)))
            : InstantOf(local, ref problem);
        return new WrittenDate(instant, true, date);
    }

    // Where clocks are put forward or back, a local time is no instant, or it is two.
    private DateTimeOffset InstantOf(DateTime local, ref DiagnosticMessage? problem)
    {
        var (instant, kind) = withoutOffset.FromLocal(local);
        if (kind != LocalTimeKind.Unique)
        {
            problem ??= kind == LocalTimeKind.Skipped
                ? DateMessages.SkippedTime(local, withoutOffset.Id, instant)
                : DateMessages.RepeatedTime(local, withoutOffset.Id, instant);
        }

        return ReferenceEquals(zone, withoutOffset) ? instant : zone.ToLocal(instant);
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int? MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var index = Array.FindIndex(s_months, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index + 1 : text.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9 : null;
    }

    // '+01:00', '+0100', '-400', '-4' or a name; minutes east of Greenwich.
    private static int? OffsetOf(string text)
    {
        var sign = text.IndexOfAny(['+', '-']);
        if (sign < 0)
        {
            return ZoneAbbreviation.MinutesOf(text);
        }

        var digits = text[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var offset = digits.Length <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
        return offset <= 14 * 60 ? (text[sign] == '-' ? -offset : offset) : null;
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})((T|\s+)\s*(?<rest>.+))?$", Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(?<swap>[-/.])(?<m>[0-9]{1,2})[-/.](?<y>[0-9]{4})((T|,?\s+)\s*(?<rest>.+))?$", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        Weekday + @"(?<d>[0-9]{1,2})(st|nd|rd|th|\.)?[\s-]+(of\s+)?" + Month + @",?[\s-]+(?<y>[0-9]{4})(,?\s+(at\s+)?(?<rest>.+))?$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(
        Weekday + Month + @"\s+(?<d>[0-9]{1,2})\s+"
        + @"(?<rest>[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\s+([a-z]{1,5}|[+-][0-9]{2}:?[0-9]{2}))?)\s+(?<y>[0-9]{4})$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex MonthNameTimeYear();

    [GeneratedRegex(
        Weekday + Month + @"\s+(?<d>[0-9]{1,2})(st|nd|rd|th)?,?\s+(?<y>[0-9]{4})(,?\s+(at\s+)?(?<rest>.+))?$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex MonthName();

    [GeneratedRegex(
        @"^(?<h>[0-9]{1,2}):(?<mi>[0-9]{1,2})(:(?<s>[0-9]{1,2})([.,](?<f>[0-9]{1,9}))?)?"
        + @"\s*(?<ap>[ap]\.?m\.?)?\s*(?<z>[a-z]{1,5}|(utc|gmt)?\s*[+-][0-9]{1,2}(:?[0-9]{2})?)?$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Time();
}
