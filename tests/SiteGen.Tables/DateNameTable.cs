using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Tables;

/// <summary>The names of months and days, and the pattern of a whole date, in the Gregorian calendar.</summary>
internal static partial class DateNameTable
{
    public const string OutputPath = "src/SiteGen.Templating/Dates/DateNames.Generated.cs";

    private const int Width = 120;
    private const string Calendar = "dates/calendars/calendar[@type='gregorian']/";

    private static readonly string[] s_days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] s_months = [.. Enumerable.Range(1, 12).Select(month => $"{month}")];

    private static readonly string[] s_languages =
        "en de fr es pt it nl pl sv ja zh ko ar he da nb fi cs ru uk tr hu ca".Split(' ');

    // Ours, not the CLDR's. English with no region has the day first, as all but the United States do; the CLDR's own has the month first.
    private static readonly Dictionary<string, string> s_ownDates = new()
    {
        ["en"] = "%e %B %Y",

        // As the CLDR has had it since a later version than 41.
        ["ca"] = "%e %B del %Y",
    };

    // As the CLDR has had them beside a day since a later version than 41.
    private static readonly Dictionary<(string Language, string Kind), string> s_ownShortNames = new()
    {
        [("nl", "month")] = "jan,feb,mrt,apr,mei,jun,jul,aug,sep,okt,nov,dec",
        [("nb", "month")] = "jan.,feb.,mars,apr.,mai,juni,juli,aug.,sep.,okt.,nov.,des.",
        [("da", "day")] = "søn.,man.,tirs.,ons.,tors.,fre.,lør.",
    };

    public static string Write(CldrLocales locales)
    {
        var text = new StringBuilder("""
            namespace SiteGen.Templating.Dates;

            internal sealed partial class DateNames
            {
                // Language: long date; months; months beside a day where those differ; short months; days from Sunday; short days.
                // A line that begins with a blank goes on with the one above.
                private const string Rows = "
            """).Append("\"\"\n");
        foreach (var language in s_languages)
        {
            AppendRow(text, language, locales);
        }

        return text.Append("        \"\"\";\n\n")
            .Append($"    private const string AmericanDate = \"{Pattern(locales, "en_US")}\";\n}}\n").ToString();
    }

    private static void AppendRow(StringBuilder text, string language, CldrLocales locales)
    {
        var months = Names(locales, language, "month", "wide", s_months, "stand-alone");
        var inDates = Names(locales, language, "month", "wide", s_months, "format");
        text.Append($"        {language}: {s_ownDates.GetValueOrDefault(language) ?? Pattern(locales, language)};\n");
        AppendField(text, months, ";");
        AppendField(text, inDates == months ? "" : inDates, ";");
        AppendField(text, ShortNames(locales, language, "month", s_months), ";");
        AppendField(text, Names(locales, language, "day", "wide", s_days, "stand-alone"), ";");
        AppendField(text, ShortNames(locales, language, "day", s_days), "");
    }

    private static void AppendField(StringBuilder text, string field, string end)
    {
        text.Append("         ");
        var length = 0;
        foreach (var name in field.Split(','))
        {
            if (length + name.Length > Width)
            {
                text.Append(",\n         ");
                length = 0;
            }

            _ = length > 0 ? text.Append(',') : text;
            text.Append(name);
            length += name.Length + 1;
        }

        text.Append(end).Append('\n');
    }

    private static string ShortNames(CldrLocales locales, string language, string kind, string[] types) =>
        s_ownShortNames.GetValueOrDefault((language, kind)) ?? Names(locales, language, kind, "abbreviated", types, "stand-alone");

    // Names that stand alone are those of a date unless a language has others (root's aliases).
    private static string Names(CldrLocales locales, string language, string kind, string width, string[] types, string context)
    {
        string? Find(string type, string context) => locales.Find(
            language, $"{Calendar}{kind}s/{kind}Context[@type='{context}']/{kind}Width[@type='{width}']/{kind}[@type='{type}']");

        return string.Join(',', types.Select(type => Find(type, context) ?? Find(type, "format")
            ?? throw new InvalidDataException($"{language} has no {width} name of {kind} {type}")));
    }

    // 'd. MMMM y' becomes '%e. %B %Y'. A month as a number with a word behind it is a name in Chinese, Japanese and Korean.
    private static string Pattern(CldrLocales locales, string locale)
    {
        var pattern = locales.Find(locale, Calendar + "dateFormats/dateFormatLength[@type='long']/dateFormat/pattern")
            ?? throw new InvalidDataException($"{locale} has no long date");
        var numbered = NumberedMonth().Match(pattern).Groups["word"].Value;
        var isWide = numbered.Length > 0
            && Names(locales, locale, "month", "wide", s_months, "format").StartsWith("1" + numbered, StringComparison.Ordinal);
        return Part().Replace(pattern, match => match.Value switch
        {
            "''" => "'",
            ['\'', .. var quoted, '\''] => quoted,
            "d" => "%e",
            "MMMM" => "%B",
            "y" => "%Y",
            _ when numbered.Length > 0 && match.Value == "M" + numbered => isWide ? "%B" : "%b",
            var other => throw new InvalidDataException($"'{other}' in the long date '{pattern}' of {locale} is not understood"),
        });
    }

    [GeneratedRegex("(?<!M)M(?<word>[月월])")]
    private static partial Regex NumberedMonth();

    [GeneratedRegex("''|'[^']*'|M[月월]|([A-Za-z])\\1*")]
    private static partial Regex Part();
}
