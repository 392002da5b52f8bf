using System.Globalization;

namespace SiteGen.Templating.Values;

/// <summary>Reads members of values of any kind.</summary>
internal static class ValueMembers
{
    /// <summary>A member of a non-null value; null if there is none of this name.</summary>
    public static Value Get(in Value target, string name)
    {
        switch (target.Kind)
        {
            case ValueKind.Object:
                return target.Members.TryGet(name, out var member) ? member : Value.Nil;
            case ValueKind.List:
                return name == "size" ? Value.From(target.Items.Count) : ListMember(target.Items, name);
            case ValueKind.Text:
                return name == "size" ? Value.From(target.String.Length) : Value.Nil;
            case ValueKind.Date:
                return DateMember(target, name);
            case ValueKind.Duration:
                return DurationMember(new TimeSpan(target.Bits), name);
            default:
                return Value.Nil;
        }
    }

    /// <summary>The number of an object's members.</summary>
    public static int CountOf(IMembers members) => members is ObjectValue own ? own.Count : members.Names.Length;

    private static Value ListMember(IItems items, string name) =>
        items is ArrayValue array && array.TryGetMember(name, out var member) ? member : Value.Nil;

    private static Value DateMember(in Value date, string name)
    {
        var time = date.LocalTime;
        return name switch
        {
            "year" => Value.From(time.Year),
            "month" => Value.From(time.Month),
            "day" => Value.From(time.Day),
            "hour" => Value.From(time.Hour),
            "minute" => Value.From(time.Minute),
            "second" => Value.From(time.Second),
            "millisecond" => Value.From(time.Millisecond),
            "day_of_week" => Value.From(DateTimeFormatInfo.InvariantInfo.GetDayName(time.DayOfWeek)),
            "day_of_year" => Value.From(time.DayOfYear),
            // The first day of the calendar has no midnight where clocks are ahead of UTC.
            "date" => Value.OfDate(new DateTime(Math.Max(time.Date.Ticks, date.Offset.Ticks)), date),
            "time_of_day" => Value.From(time.TimeOfDay),
            "ticks" => Value.From(time.Ticks),
            _ => Value.Nil,
        };
    }

    private static Value DurationMember(TimeSpan duration, string name) => name switch
    {
        "days" => Value.From(duration.Days),
        "hours" => Value.From(duration.Hours),
        "minutes" => Value.From(duration.Minutes),
        "seconds" => Value.From(duration.Seconds),
        "milliseconds" => Value.From(duration.Milliseconds),
        "ticks" => Value.From(duration.Ticks),
        "total_days" => Value.From(duration.TotalDays),
        "total_hours" => Value.From(duration.TotalHours),
        "total_minutes" => Value.From(duration.TotalMinutes),
        "total_seconds" => Value.From(duration.TotalSeconds),
        "total_milliseconds" => Value.From(duration.TotalMilliseconds),
        _ => Value.Nil,
    };
}
