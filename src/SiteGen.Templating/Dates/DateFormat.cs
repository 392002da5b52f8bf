using System.Globalization;
using SiteGen.Text;

namespace SiteGen.Templating.Dates;

/// <summary>Formats dates by patterns of <c>%</c> codes.</summary>
internal static class DateFormat
{
    /// <summary>The pattern of dates unless a template sets <c>date.format</c>.</summary>
    public const string DefaultPattern = "%d %b %Y";

    /// <summary>Formats a date with the names of a language; unknown codes are copied.</summary>
    public static void Write(Utf8Buffer output, in DateTimeParts date, string pattern, DateNames names)
    {
        // '%g' alone, which only switches to English, gives a space and the default form.
        if (pattern == "%g")
        {
            output.Write((byte)' ');
            (pattern, names) = (DefaultPattern, DateNames.English);
        }

        var rest = pattern.AsSpan();
        while (rest.IndexOf('%') is var at and >= 0)
        {
            output.Write(rest[..at]);
            if (at + 1 == rest.Length)
            {
                output.Write((byte)'%');
                return;
            }

            // Switches to English for the rest of the pattern.
            names = rest[at + 1] == 'g' ? DateNames.English : names;
            if (rest[at + 1] == 'B')
            {
                output.Write(names.Month(date.Local.Month, HasDay(pattern)));
            }
            else
            {
                WriteCode(output, rest[at + 1], date, names);
            }

            rest = rest[(at + 2)..];
        }

        output.Write(rest);
    }

    private static bool HasDay(string pattern) =>
        pattern.Contains("%d", StringComparison.Ordinal) || pattern.Contains("%e", StringComparison.Ordinal);

    private static void WriteCode(Utf8Buffer output, char code, in DateTimeParts date, DateNames names)
    {
        if (!WriteDay(output, code, date.Local, names) && !WriteTime(output, code, date) && !WriteCombined(output, code, date, names))
        {
            output.Write((byte)'%');
            output.Write([code]);
        }
    }

    private static bool WriteDay(Utf8Buffer output, char code, DateTime day, DateNames names)
    {
        switch (code)
        {
            case 'a':
                output.Write(names.ShortDay(day.DayOfWeek));
                return true;
            case 'A':
                output.Write(names.Day(day.DayOfWeek));
                return true;
            case 'b' or 'h':
                output.Write(names.ShortMonth(day.Month));
                return true;
            case 'C':
                return Pad(output, day.Year / 100, 2, '0');
            case 'd':
                return Pad(output, day.Day, 2, '0');
            case 'e':
                return Pad(output, day.Day, 2, ' ');
            case 'j':
                return Pad(output, day.DayOfYear, 3, '0');
            case 'm':
                return Pad(output, day.Month, 2, '0');
            case 'y':
                return Pad(output, day.Year % 100, 2, '0');
            case 'Y':
                return Pad(output, day.Year, 4, '0');
            default:
                return WriteWeek(output, code, day);
        }
    }

    private static bool WriteWeek(Utf8Buffer output, char code, DateTime day)
    {
        var weekday = (int)day.DayOfWeek;
        var calendar = CultureInfo.InvariantCulture.Calendar;
        return code switch
        {
            'u' => Pad(output, weekday == 0 ? 7 : weekday, 1, '0'),
            'w' => Pad(output, weekday, 1, '0'),
            'U' => Pad(output, calendar.GetWeekOfYear(day, CalendarWeekRule.FirstDay, DayOfWeek.Sunday), 2, '0'),
            'W' => Pad(output, calendar.GetWeekOfYear(day, CalendarWeekRule.FirstDay, DayOfWeek.Monday), 2, '0'),
            'V' => Pad(output, calendar.GetWeekOfYear(day, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday), 2, '0'),
            _ => false,
        };
    }

    private static bool WriteTime(Utf8Buffer output, char code, in DateTimeParts date)
    {
        var time = date.Local;
        var twelve = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        switch (code)
        {
            case 'H':
                return Pad(output, time.Hour, 2, '0');
            case 'k':
                return Pad(output, time.Hour, 2, ' ');
            case 'I':
                return Pad(output, twelve, 2, '0');
            case 'l':
                return Pad(output, twelve, 2, ' ');
            case 'L':
                return Pad(output, time.Millisecond, 3, '0');
            case 'M':
                return Pad(output, time.Minute, 2, '0');
            case 'N':
                return Pad(output, time.Ticks % TimeSpan.TicksPerSecond * 100, 9, '0');
            case 'p':
                output.Write(time.Hour < 12 ? "AM"u8 : "PM"u8);
                return true;
            case 'P':
                output.Write(time.Hour < 12 ? "am"u8 : "pm"u8);
                return true;
            case 's':
                output.Write((date.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
                return true;
            case 'S':
                return Pad(output, time.Second, 2, '0');
            case 'Z':
                return WriteOffset(output, date.Offset);
            default:
                return false;
        }
    }

    private static bool WriteCombined(Utf8Buffer output, char code, in DateTimeParts date, DateNames names)
    {
        var pattern = code switch
        {
            'c' => "%a %b %d %T %Y",
            'D' => "%m/%d/%y",
            'F' => "%Y-%m-%d",
            'r' => "%I:%M:%S %p",
            'R' => "%H:%M",
            'T' or 'X' => "%H:%M:%S",
            'v' => "%e-",
            'x' => "%m/%d/%Y",
            'n' => "\n",
            't' => "\t",
            'g' => "",
            _ => null,
        };
        if (code == '%')
        {
            output.Write((byte)'%');
            return true;
        }

        if (pattern is null)
        {
            return false;
        }

        Write(output, date, pattern, names);
        if (code == 'v')
        {
            output.Write(names.ShortMonth(date.Local.Month).ToUpperInvariant());
            Write(output, date, "-%Y", names);
        }

        return true;
    }

    private static bool WriteOffset(Utf8Buffer output, TimeSpan offset)
    {
        output.Write(offset < TimeSpan.Zero ? "-"u8 : "+"u8);
        Pad(output, Math.Abs(offset.Hours), 2, '0');
        output.Write((byte)':');
        return Pad(output, Math.Abs(offset.Minutes), 2, '0');
    }

    private static bool Pad(Utf8Buffer output, long number, int width, char filler)
    {
        for (var least = 10L; width > 1; width--, least *= 10)
        {
            if (number < least)
            {
                for (var i = 1; i < width; i++)
                {
                    output.Write((byte)filler);
                }

                break;
            }
        }

        output.Write(number);
        return true;
    }
}
