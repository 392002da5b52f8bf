using System.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Writes values as YAML in one line (YAML 1.2 §7.4, flow collections).</summary>
internal static class FlowText
{
    /// <summary>A value in one line.</summary>
    public static string Of(YamlNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    // Whether a plain text stays one in a flow collection (YAML 1.2 §7.3.3).
    private static bool IsOnePlain(string value) =>
        !value.Any(c => char.IsControl(c) || ",[]{}".Contains(c))
        && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal);

    private static void Append(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsPlain: true } plain when IsOnePlain(plain.Value):
                text.Append(plain.Value);
                break;
            case YamlScalar scalar:
                text.Append(YamlText.QuoteInList(scalar.Value));
                break;
            case YamlList list:
                AppendAll(text, '[', list.Items, static (text, item) => Append(text, item), ']');
                break;
            case YamlMap map:
                AppendAll(text, '{', map.Entries, static (text, entry) => AppendEntry(text, entry), '}');
                break;
        }
    }

    private static void AppendEntry(StringBuilder text, YamlEntry entry)
    {
        Append(text, entry.Key);
        text.Append(": ");
        Append(text, entry.Value);
    }

    private static void AppendAll<T>(StringBuilder text, char open, IEnumerable<T> items, Action<StringBuilder, T> append, char close)
    {
        text.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            append(text, item);
            separator = ", ";
        }

        text.Append(close);
    }
}
