using System.Text;

namespace SiteGen.Tables;

/// <summary>The quotation marks of languages (UTS #35, "Delimiter Elements").</summary>
internal static class QuoteTable
{
    public const string OutputPath = "src/SiteGen.Pipeline/Localization/QuoteMarks.Generated.cs";

    private static readonly string[] s_parts = ["quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd"];

    // Ours, not the CLDR's.
    private static readonly (string Language, string[] Marks)[] s_own =
    [
        // French printers set a blank that does not break inside, and English marks inside a quote.
        ("fr", ["«\u00A0", "\u00A0»", "“", "”"]),
        ("fr-ch", ["«", "»", "‹", "›"]),

        // Swiss books in German have the marks of those in French.
        ("de-ch", ["«", "»", "‹", "›"]),

        // The CLDR has no marks of their own for a quote inside another: those of its root, which stand around it already.
        ("nl", ["“", "”", "‘", "’"]),

        // Serbian ones close as they open; the CLDR has the mark that opens in English.
        ("sr", ["„", "”", "’", "’"]),
    ];

    // A region that writes in another script than its language (supplemental/likelySubtags.xml).
    private static readonly (string Tag, string Locale)[] s_scripts =
        [("zh-hk", "zh_Hant_HK"), ("zh-mo", "zh_Hant_MO"), ("zh-tw", "zh_Hant")];

    public static string Write(CldrLocales locales)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, marks) in s_own)
        {
            rows[language] = Row(marks);
        }

        var english = Row(MarksOf(locales, "en"));
        var all = locales.Names.Where(name => name != "root")
            .Select(name => (Tag: name.Replace('_', '-').ToLowerInvariant(), Locale: name));
        foreach (var (tag, locale) in all.Concat(s_scripts))
        {
            var row = Row(MarksOf(locales, locale));
            var isOwn = s_own.Any(own => (tag + "-").StartsWith(own.Language + "-", StringComparison.Ordinal));
            if (!isOwn && (Inherited(rows, tag) ?? english) != row)
            {
                rows[tag] = row;
            }
        }

        var text = new StringBuilder("""
            namespace SiteGen.Pipeline.Localization;

            internal sealed partial record QuoteMarks
            {
                // A language's tag in lower case; around a quote, and around one inside it. What is not here is as in English.
                private static Dictionary<string, QuoteMarks> Table() => new(StringComparer.OrdinalIgnoreCase)
                {

            """);
        foreach (var (tag, row) in rows)
        {
            text.Append($"        [\"{tag}\"] = new({row}),\n");
        }

        return text.Append("    };\n}\n").ToString();
    }

    // What the tag without its last part has.
    private static string? Inherited(SortedDictionary<string, string> rows, string tag)
    {
        for (var end = tag.LastIndexOf('-'); end > 0; end = tag.LastIndexOf('-', end - 1))
        {
            if (rows.TryGetValue(tag[..end], out var row))
            {
                return row;
            }
        }

        return null;
    }

    private static IEnumerable<string> MarksOf(CldrLocales locales, string locale) =>
        s_parts.Select(part => locales.Find(locale, "delimiters/" + part) ?? "");

    private static string Row(IEnumerable<string> marks) =>
        string.Join(", ", marks.Select(mark => $"\"{mark.Replace("\u00A0", "\\u00A0", StringComparison.Ordinal)}\""));
}
