using SiteGen.Text;

namespace SiteGen.Templating.Dates;

/// <summary>Formats dates as templates do, for use by the host outside of templates.</summary>
public static class DateText
{
    /// <summary>Formats a date by a pattern of <c>date.to_string</c>, with the names of a language.</summary>
    public static string Format(DateTimeOffset date, string pattern, string language)
    {
        var output = new Utf8Buffer();
        DateFormat.Write(output, new DateTimeParts(date.DateTime, date.Offset), pattern, DateNames.For(language));
        return output.ToString();
    }
}
