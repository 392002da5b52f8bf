using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads <c>markdown</c>: a map of switches, or the one word <c>untrusted</c>.</summary>
internal static class MarkdownOptionsReader
{
    /// <summary>Reads the option.</summary>
    public static MarkdownOptions Read(OptionReader reader)
    {
        switch (reader.Find("markdown"))
        {
            case { Value: YamlScalar { Value: "untrusted" } }:
                return MarkdownOptions.None with { IsUntrusted = true, RemovesHtml = true };
            case { IsNull: false, Value: not YamlMap } option:
                option.Report(OptionMessages.MarkdownNotAMap());
                return MarkdownOptions.None;
        }

        var options = reader.Group("markdown", "an option of Markdown", static markdown => new MarkdownOptions
        {
            Typographer = markdown.Flag("typographer", false),
            Emoji = markdown.Flag("emoji", false),
            Math = markdown.Flag("math", false),
            HardBreaks = markdown.Flag("hard_breaks", false),
            RemovesHtml = markdown.Choice("raw_html", false, ("keep", false), ("remove", true)),
            IsUntrusted = markdown.Flag("untrusted", false),
        });
        return options.IsUntrusted ? options with { RemovesHtml = true } : options;
    }
}
