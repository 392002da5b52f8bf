using System.Globalization;
using System.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Writes a text as a YAML value that reads back as the same text.</summary>
internal static class YamlText
{
    // What YAML, or a reader of YAML 1.1, takes for something else than a text.
    private static readonly string[] s_words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

    /// <summary>A value in one line: the text itself where nothing in it has a meaning in YAML, otherwise in double quotes.</summary>
    public static string Quote(string text) => IsPlain(text, ",") ? text : InQuotes(text);

    /// <summary>A value in a list in brackets, where a comma has a meaning too.</summary>
    public static string QuoteInList(string text) => IsPlain(text, "") ? text : InQuotes(text);

    // Narrower than YAML 1.2 §7.3.3: everything that is not plainly a word or a sentence is quoted.
    private static bool IsPlain(string text, string alsoPlain)
    {
        const string Marks = " '’!?().-–—_/+;%&";
        return text.Length > 0
            && char.IsLetter(text[0])
            && text[^1] != ' '
            && !s_words.Contains(text, StringComparer.OrdinalIgnoreCase)
            // The colon of an address is no end of a key.
            && text.Replace("://", "//", StringComparison.Ordinal).All(c => char.IsLetterOrDigit(c)
                || Marks.Contains(c, StringComparison.Ordinal) || alsoPlain.Contains(c, StringComparison.Ordinal));
    }

    // YAML 1.2 §7.3.1 and §5.7.
    private static string InQuotes(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or >= '\uE000' and <= '\uF8FF' or >= '\uFFFE')
            {
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
