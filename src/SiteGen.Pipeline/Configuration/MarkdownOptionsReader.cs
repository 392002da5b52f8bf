using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads <c>markdown</c> in <c>sitegen.yml</c>: a map of switches, or the one word <c>untrusted</c>.</summary>
internal static class MarkdownOptionsReader
{
    private const string Known = "there are 'typographer', 'emoji', 'math', 'hard_breaks', 'raw_html' and 'untrusted'";

    /// <summary>Reads the value; what cannot be used is refused and left as it would be.</summary>
    public static MarkdownOptions Read(YamlEntry entry, Action<YamlNode, string, string?> refuse)
    {
        var options = MarkdownOptions.None;
        switch (entry.Value)
        {
            case YamlScalar { Value: "untrusted" }:
                return options with { IsUntrusted = true, RemovesHtml = true };
            case YamlScalar { IsNull: true }:
                return options;
            case YamlMap map:
                return map.Entries.Aggregate(options, (read, option) => Read(read, option, refuse));
            default:
                refuse(entry.Value, "'markdown' must be keys and values, or 'untrusted'", Known);
                return options;
        }
    }

    private static MarkdownOptions Read(MarkdownOptions options, YamlEntry option, Action<YamlNode, string, string?> refuse)
    {
        if (option.Key.Value == "raw_html")
        {
            var word = (option.Value as YamlScalar)?.Value;
            if (word is not ("keep" or "remove"))
            {
                refuse(option.Value, "'raw_html' must be 'keep' or 'remove'", null);
            }

            return options with { RemovesHtml = options.RemovesHtml || word == "remove" };
        }

        var isOn = (option.Value as YamlScalar)?.AsBoolean;
        if (isOn is null && option.Value is not YamlScalar { IsNull: true })
        {
            refuse(option.Value, $"'{option.Key.Value}' must be true or false", null);
        }

        switch (option.Key.Value)
        {
            case "typographer":
                return options with { Typographer = isOn ?? false };
            case "emoji":
                return options with { Emoji = isOn ?? false };
            case "math":
                return options with { Math = isOn ?? false };
            case "hard_breaks":
                return options with { HardBreaks = isOn ?? false };
            case "untrusted":
                return options with { IsUntrusted = isOn ?? false, RemovesHtml = options.RemovesHtml || isOn == true };
            default:
                refuse(option.Key, $"'{option.Key.Value}' is not an option of Markdown", Known);
                return options;
        }
    }
}
