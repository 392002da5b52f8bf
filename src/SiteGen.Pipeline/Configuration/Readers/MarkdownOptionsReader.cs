using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads <c>markdown</c>: a map of switches, or the one word <c>untrusted</c>.</summary>
internal static class MarkdownOptionsReader
{
    private static readonly ValueShape s_word = ValueShape.OneOf("untrusted");

    /// <summary>Reads the option.</summary>
    public static MarkdownOptions Read(OptionReader reader)
    {
        if (reader.Peek("markdown") is { IsNull: false, Value: not YamlMap })
        {
            return FromWord(reader.Find("markdown", s_word));
        }

        var options = reader.Group("markdown", "an option of Markdown", static markdown => new MarkdownOptions
        {
            Typographer = markdown.Flag("typographer", false),
            Emoji = markdown.Flag("emoji", false),
            Math = markdown.Flag("math", false),
            HardBreaks = markdown.Flag("hard_breaks", false),
            Captions = markdown.Choice(
                "captions", CaptionStyle.Title,
                ("title", CaptionStyle.Title), ("below", CaptionStyle.Below), ("off", CaptionStyle.Off), ("false", CaptionStyle.Off)),
            RemovesHtml = markdown.Choice("raw_html", false, ("keep", false), ("remove", true)),
            IsUntrusted = markdown.Flag("untrusted", false),
        }, s_word);
        return options.IsUntrusted ? options with { RemovesHtml = true } : options;
    }

    private static MarkdownOptions FromWord(Option? option)
    {
        if (option?.Value is YamlScalar { Value: "untrusted" })
        {
            return MarkdownOptions.None with { IsUntrusted = true, RemovesHtml = true };
        }

        option?.Report(OptionMessages.MarkdownNotAMap());
        return MarkdownOptions.None;
    }
}
