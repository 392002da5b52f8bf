using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteGen.Tables;

/// <summary>The rule at the end of a compiled time zone (POSIX <c>TZ</c>, RFC 9636 section 3.3), in seconds east of Greenwich.</summary>
/// <param name="Standard">The offset of standard time.</param>
/// <param name="Summer">The offset of summer time, and when it begins and ends; null when there is none.</param>
public sealed partial record PosixRule(int Standard, (int Offset, PosixRule.Day Begin, PosixRule.Day End)? Summer)
{
    /// <summary>Reads a rule.</summary>
    /// <exception cref="InvalidDataException">It has a form that no zone uses today.</exception>
    public static PosixRule Parse(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            throw new InvalidDataException($"the rule '{text}' of a time zone is not understood");
        }

        // POSIX counts west of Greenwich.
        var standard = -Seconds(match.Groups["standard"].Value);
        if (!match.Groups["begin"].Success)
        {
            return new PosixRule(standard, null);
        }

        var summer = match.Groups["summer"].Length > 0 ? -Seconds(match.Groups["summer"].Value) : standard + 3600;
        return new PosixRule(standard, (summer, Day.Parse(match.Groups["begin"].Value), Day.Parse(match.Groups["end"].Value)));
    }

    /// <summary>The transitions of a year, in order.</summary>
    public IEnumerable<(long At, int Offset)> TransitionsIn(int year) => Summer is not { } summer ? [] :
        new[] { (summer.Begin.In(year) - Standard, summer.Offset), (summer.End.In(year) - summer.Offset, Standard) }.Order();

    // [-]h[h][:mm[:ss]]
    private static int Seconds(string text)
    {
        var parts = text.TrimStart('-', '+').Split(':');
        var seconds = parts.Zip([3600, 60, 1], (part, unit) => int.Parse(part, CultureInfo.InvariantCulture) * unit).Sum();
        return text.StartsWith('-') ? -seconds : seconds;
    }

    [GeneratedRegex("""
        ^([A-Za-z]+|<[^>]+>)(?<standard>[-+]?[0-9:]+)
        (([A-Za-z]+|<[^>]+>)(?<summer>[-+]?[0-9:]+)?,(?<begin>M[^,]+),(?<end>M[^,]+))?$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Whole();

    /// <summary>A weekday of a month: <c>M3.5.0/2</c> is two o'clock on the last Sunday of March.</summary>
    /// <param name="Month">The month, from 1.</param>
    /// <param name="Week">Which of the month's; 5 is the last.</param>
    /// <param name="Weekday">The weekday, Sunday is 0.</param>
    /// <param name="Time">Seconds from that day's midnight, -167 to 167 hours.</param>
    public sealed record Day(int Month, int Week, int Weekday, int Time)
    {
        /// <summary>Reads a day.</summary>
        public static Day Parse(string text)
        {
            var parts = text.Split('/');
            var numbers = parts[0][1..].Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            return new Day(numbers[0], numbers[1], numbers[2], parts.Length > 1 ? Seconds(parts[1]) : 7200);
        }

        /// <summary>Seconds from 1970 to this time of a year, on the clock that it is written for.</summary>
        public long In(int year)
        {
            var last = DateTime.DaysInMonth(year, Month);
            var day = Enumerable.Range(1, last).Where(day => (int)new DateTime(year, Month, day).DayOfWeek == Weekday).Take(Week).Last();
            return (long)(new DateTime(year, Month, day) - DateTime.UnixEpoch).TotalSeconds + Time;
        }
    }
}
