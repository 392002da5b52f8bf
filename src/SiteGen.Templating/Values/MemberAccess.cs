using System.Globalization;

namespace SiteGen.Templating.Values;

/// <summary>Reads members and items of values of any kind.</summary>
internal static class MemberAccess
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

    /// <summary>The item of a value that is not null, by number from either end, or the member by name.</summary>
    public static Value Item(RenderContext context, in Value target, in Value index)
    {
        switch (target.Kind)
        {
            case ValueKind.List when index.IsText:
            case ValueKind.Text when index.IsText:
            case ValueKind.Object:
                return Get(target, context.TextOf(index));
            case ValueKind.List:
                var items = target.Items;
                return TryPlace(index, items.Count, out var at) && at < items.Count ? items[(int)at] : Value.Nil;
            case ValueKind.Text:
                var text = target.String;
                context.Budget.Spend(context, target.IsUtf8 ? text.Length >> 6 : 0);
                return TryPlace(index, text.Length, out at) && at < text.Length
                    ? Value.Of(text[(int)at].ToString(CultureInfo.InvariantCulture))
                    : Value.Nil;
            default:
                return Value.Nil;
        }
    }

    /// <summary>The number of an object's members.</summary>
    public static int CountOf(IMembers members) => members is ObjectValue own ? own.Count : members.Names.Length;

    /// <summary>Turns an index, negative from the end, into a place; false when it lies before the start.</summary>
    public static bool TryPlace(in Value index, int count, out long place)
    {
        var isNumber = Numbers.TryInteger(index, out place);
        place += place < 0 ? count : 0;
        return isNumber && place >= 0;
    }

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
