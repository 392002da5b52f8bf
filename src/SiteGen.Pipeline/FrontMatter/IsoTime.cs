namespace SiteGen.Pipeline.FrontMatter;

/// <summary>A moment in the most common spelling, <c>2024-05-01T12:30:00Z</c> or <c>2024-05-01 12:30:00 +0200</c>.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day, in whole seconds.</param>
/// <param name="Offset">Minutes east of Greenwich; null when none is written.</param>
internal readonly record struct IsoTime(DateOnly Day, TimeOnly Time, int? Offset)
{
    private const int Length = 19;

    /// <summary>Reads it (RFC 3339 §5.6, and with a blank before the time or the offset); null for any other spelling.</summary>
    public static IsoTime? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < Length || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ') || text[13] != ':' || text[16] != ':'
            || OffsetOf(text[Length..]) is not (true, var offset))
        {
            return null;
        }

        var (year, month, day) = ((Number(text, 0) * 100) + Number(text, 2), Number(text, 5), Number(text, 8));
        var (hour, minute, second) = (Number(text, 11), Number(text, 14), Number(text, 17));
        return Number(text, 0) >= 0 && Number(text, 2) >= 0 && year >= 1 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59
            ? new IsoTime(new DateOnly(year, month, day), new TimeOnly(hour, minute, second), offset)
            : null;
    }

    private static (bool IsKnown, int? Minutes) OffsetOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return (true, null);
        }

        if (text is "Z")
        {
            return (true, 0);
        }

        text = text[0] == ' ' ? text[1..] : text;
        var hasColon = text is [_, _, _, ':', _, _];
        if (!hasColon && text.Length != 5)
        {
            return (false, null);
        }

        var (hours, minutes) = (Number(text, 1), Number(text, hasColon ? 4 : 3));
        var isKnown = text[0] is '+' or '-' && hours is >= 0 and <= 13 && minutes is >= 0 and <= 59;
        return (isKnown, text[0] == '-' ? -((hours * 60) + minutes) : (hours * 60) + minutes);
    }

    // Two digits; negative when they are none.
    private static int Number(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -1000;
}
