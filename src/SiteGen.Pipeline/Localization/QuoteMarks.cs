namespace SiteGen.Pipeline.Localization;

/// <summary>The quotation marks of a language: around a quotation, and around one inside it (Unicode CLDR, "Delimiter Elements").</summary>
internal sealed partial record QuoteMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static readonly QuoteMarks s_english = new("“", "”", "‘", "’");

    private static readonly Dictionary<string, QuoteMarks> s_byLanguage = Table();

    /// <summary>The marks of a language (BCP 47): those of its region if it has its own; English ones for an unknown language.</summary>
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
