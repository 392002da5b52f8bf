using System.Globalization;

namespace SiteGen.Templating.Dates;

/// <summary>What months and days are called in one language, and how it writes a whole date.</summary>
/// <remarks>The names of the Unicode CLDR in a table of the program's own: the system's would differ from machine to machine.</remarks>
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

    /// <summary>English, the language of the patterns' own names.</summary>
    public static DateNames English { get; } = s_languages["en"];

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>The names of a language or of the one that it is a kind of; English where neither is known.</summary>
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

    /// <summary>A month's name; <paramref name="isInDate"/> where a day stands beside it, which many languages decline.</summary>
    public string Month(int month, bool isInDate) => (isInDate ? _monthsInDates : _months)[month - 1];

    /// <summary>A month's short name.</summary>
    public string ShortMonth(int month) => _shortMonths[month - 1];

    /// <summary>A day's name.</summary>
    public string Day(DayOfWeek day) => _days[(int)day];

    /// <summary>A day's short name.</summary>
    public string ShortDay(DayOfWeek day) => _shortDays[(int)day];

    /// <summary>The pattern of a whole date with its day and its month filled in; French counts the first.</summary>
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
