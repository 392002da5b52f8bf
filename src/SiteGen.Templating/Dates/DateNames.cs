using System.Globalization;

namespace SiteGen.Templating.Dates;

/// <summary>The names of months and days in one language, and its pattern for long dates.</summary>
/// <remarks>From a built-in table of the Unicode CLDR: the system's names differ from machine to machine.</remarks>
internal sealed partial class DateNames
{
    private static readonly Dictionary<string, DateNames> s_languages = Read();

    private readonly string _longDate;
    private readonly string[] _months;
    private readonly string[] _monthsInDates;
    private readonly string[] _shortMonths;
    private readonly string[] _days;
    private readonly string[] _shortDays;

    private DateNames(string language, string[] parts)
    {
        Language = language;
        _longDate = parts[0];
        _months = parts[1].Split(',');
        _monthsInDates = parts[2].Length == 0 ? _months : parts[2].Split(',');
        _shortMonths = parts[3].Split(',');
        _days = parts[4].Split(',');
        _shortDays = parts[5].Split(',');
    }

    private DateNames(DateNames other, string language, string longDate)
    {
        (Language, _longDate) = (language, longDate);
        (
            _months,
            _monthsInDates,
            _shortMonths,
            _days,
            _shortDays) = (other._months, other._monthsInDates, other._shortMonths, other._days, other._shortDays);
    }

    /// <summary>English, the default.</summary>
    public static DateNames English { get; } = s_languages["en"];

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>The names of a language, or of its base language; English if neither is known.</summary>
    /// <param name="tag">A language tag: <c>de</c>, <c>de-AT</c>, <c>de_AT</c>.</param>
    public static DateNames For(string tag)
    {
        if (s_languages.TryGetValue(tag, out var names))
        {
            return names;
        }

        var end = tag.AsSpan().LastIndexOfAny('-', '_');
        return end > 0 ? For(tag[..end]) : English;
    }

    /// <summary>The name of a month; <paramref name="isInDate"/> selects the form used with a day, if they differ.</summary>
    public string Month(int month, bool isInDate) => (isInDate ? _monthsInDates : _months)[month - 1];

    /// <summary>The abbreviated name of a month.</summary>
    public string ShortMonth(int month) => _shortMonths[month - 1];

    /// <summary>The name of a weekday.</summary>
    public string Day(DayOfWeek day) => _days[(int)day];

    /// <summary>The abbreviated name of a weekday.</summary>
    public string ShortDay(DayOfWeek day) => _shortDays[(int)day];

    /// <summary>The long date pattern with day and month filled in; French writes the first as an ordinal.</summary>
    public string LongDateOf(DateTime day) => _longDate
        .Replace(
            "%e",
            day.Day.ToString(CultureInfo.InvariantCulture) + (day.Day == 1 && Language == "fr" ? "er" : ""),
            StringComparison.Ordinal)
        .Replace("%B", Month(day.Month, isInDate: true), StringComparison.Ordinal);

    private static Dictionary<string, DateNames> Read()
    {
        var languages = new Dictionary<string, DateNames>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n'))
        {
            var colon = row.IndexOf(':', StringComparison.Ordinal);
            languages[row[..colon]] = new DateNames(row[..colon], row[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries));
        }

        languages["en-US"] = new DateNames(languages["en"], "en-US", AmericanDate);
        languages["no"] = languages["nb"];
        return languages;
    }
}
