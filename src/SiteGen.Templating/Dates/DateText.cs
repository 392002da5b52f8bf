using SiteGen.Text;

namespace SiteGen.Templating.Dates;

/// <summary>Writes dates as templates do, for a host that needs one outside of a template.</summary>
public static class DateText
{
    /// <summary>A date by a pattern of <c>date.to_string</c>, with the names of a language.</summary>
    public static string Format(DateTimeOffset date, string pattern, string language)
    {
        var output = new Utf8Buffer();
        DateFormat.Write(output, new DateTimeParts(date.DateTime, date.Offset), pattern, DateNames.For(language));
        return output.ToString();
    }
}
