using System.Globalization;

namespace SiteGen.Templating.Values;

/// <summary>Reads members of values of any kind.</summary>
internal static class ValueMembers
{
    /// <summary>The member of a value that is not null; null when it has none of this name.</summary>
    public static Value Get(in Value target, string name)
    {
        switch (target.Kind)
        {
            case ValueKind.Object:
                return target.Members.TryGet(name, out var member) ? member : Value.Nil;
            case ValueKind.List:
                return name == "size" ? Value.Of(target.Items.Count) : ListMember(target.Items, name);
            case ValueKind.Text:
                return name == "size" ? Value.Of(target.String.Length) : Value.Nil;
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
            "year" => Value.Of(time.Year),
            "month" => Value.Of(time.Month),
            "day" => Value.Of(time.Day),
            "hour" => Value.Of(time.Hour),
            "minute" => Value.Of(time.Minute),
            "second" => Value.Of(time.Second),
            "millisecond" => Value.Of(time.Millisecond),
            "day_of_week" => Value.Of(DateTimeFormatInfo.InvariantInfo.GetDayName(time.DayOfWeek)),
            "day_of_year" => Value.Of(time.DayOfYear),
            "date" => Value.OfDate(time.Date, date),
            "time_of_day" => Value.Of(time.TimeOfDay),
            "ticks" => Value.Of(time.Ticks),
            _ => Value.Nil,
        };
    }

    private static Value DurationMember(TimeSpan duration, string name) => name switch
    {
        "days" => Value.Of(duration.Days),
        "hours" => Value.Of(duration.Hours),
        "minutes" => Value.Of(duration.Minutes),
        "seconds" => Value.Of(duration.Seconds),
        "milliseconds" => Value.Of(duration.Milliseconds),
        "ticks" => Value.Of(duration.Ticks),
        "total_days" => Value.Of(duration.TotalDays),
        "total_hours" => Value.Of(duration.TotalHours),
        "total_minutes" => Value.Of(duration.TotalMinutes),
        "total_seconds" => Value.Of(duration.TotalSeconds),
        "total_milliseconds" => Value.Of(duration.TotalMilliseconds),
        _ => Value.Nil,
    };
}
