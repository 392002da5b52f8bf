using System.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Writes values as YAML in one line (YAML 1.2 §7.4, flow collections).</summary>
internal static class FlowText
{
    private const string Indicators = ",[]{}#&*!|>'\"%@`:?-";

    /// <summary>A value in one line.</summary>
    public static string Of(YamlNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>A text in the shortest form that is read as that text and nothing else.</summary>
    public static string Of(string value)
    {
        var isPlain = value.Length > 0 && value.Trim() == value && !Indicators.Contains(value[0])
            && IsOnePlain(value) && value[^1] != ':'
            && new YamlScalar(value, true, default, default) is { IsNull: false, AsBoolean: null }
            && !char.IsAsciiDigit(value[0]);
        return isPlain ? value : Quoted(value);
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
                text.Append(Of(scalar.Value));
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

    // Double quotes, in which everything can be written (YAML 1.2 §7.3.1).
    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(c) => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }
}
