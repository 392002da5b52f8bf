using System.Collections.Frozen;

namespace SiteGen.Pipeline.Localization;

/// <summary>The quotation marks of a language: around a quote, and around one inside it.</summary>
internal sealed record QuoteMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static readonly QuoteMarks s_english = new("“", "”", "‘", "’");

    // As printers use them (Unicode CLDR, "delimiters"); French sets a blank that does not break inside.
    private static readonly FrozenDictionary<string, QuoteMarks> s_byLanguage = new Dictionary<string, QuoteMarks>
    {
        ["de"] = new("„", "“", "‚", "‘"),
        ["de-ch"] = new("«", "»", "‹", "›"),
        ["fr"] = new("«\u00A0", "\u00A0»", "“", "”"),
        ["fr-ch"] = new("«", "»", "‹", "›"),
        ["es"] = new("«", "»", "“", "”"),
        ["es-mx"] = s_english,
        ["es-419"] = s_english,
        ["it"] = new("«", "»", "“", "”"),
        ["ca"] = new("«", "»", "“", "”"),
        ["pt-pt"] = new("«", "»", "“", "”"),
        ["el"] = new("«", "»", "“", "”"),
        ["pl"] = new("„", "”", "«", "»"),
        ["ro"] = new("„", "”", "«", "»"),
        ["hu"] = new("„", "”", "»", "«"),
        ["sr"] = new("„", "”", "’", "’"),
        ["cs"] = new("„", "“", "‚", "‘"),
        ["sk"] = new("„", "“", "‚", "‘"),
        ["sl"] = new("„", "“", "‚", "‘"),
        ["hr"] = new("„", "“", "‚", "‘"),
        ["bg"] = new("„", "“", "‚", "‘"),
        ["is"] = new("„", "“", "‚", "‘"),
        ["lt"] = new("„", "“", "‚", "‘"),
        ["et"] = new("„", "“", "«", "»"),
        ["sv"] = new("”", "”", "’", "’"),
        ["fi"] = new("”", "”", "’", "’"),
        ["nb"] = new("«", "»", "‘", "’"),
        ["nn"] = new("«", "»", "‘", "’"),
        ["no"] = new("«", "»", "‘", "’"),
        ["ru"] = new("«", "»", "„", "“"),
        ["uk"] = new("«", "»", "„", "“"),
        ["be"] = new("«", "»", "„", "“"),
        ["ja"] = new("「", "」", "『", "』"),
        ["zh-hant"] = new("「", "」", "『", "』"),
        ["zh-tw"] = new("「", "」", "『", "』"),
        ["he"] = new("”", "”", "’", "’"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The marks of a language (BCP 47): of its region if that has its own, else those of English.</summary>
    public static QuoteMarks ForLanguage(string language)
    {
        var tag = language.Replace('_', '-');
        for (var end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
        {
            if (s_byLanguage.TryGetValue(tag[..end], out var marks))
            {
                return marks;
            }
        }

        return s_english;
    }
}
