using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Turns what strangers wrote into HTML that can do no harm. For one thread.</summary>
internal sealed class CommentBody(SiteOptions options)
{
    private static readonly string[] s_blocks = ["<p", "<ul", "<ol", "<dl", "<pre", "<blockquote", "<hr"];

    // In comments the end of a line is meant; HTML in them is reduced afterwards, whatever it came from.
    private readonly MarkdownConverter _markdown =
        new(options.Markdown with { HardBreaks = true, RemovesHtml = false, IsUntrusted = false, Math = false }, options.Language);

    /// <summary>A text as HTML.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="format"><c>html</c>, <c>text</c>, or anything else for Markdown, unless it begins with a tag.</param>
    public ReadOnlyMemory<byte> Read(string text, string? format)
    {
        var html = Html(text, format);
        return html[..html.Span.TrimEnd((byte)'\n').Length];
    }

    private ReadOnlyMemory<byte> Html(string text, string? format)
    {
        var trimmed = text.Trim();
        if (format is "text" or "plain" or "text/plain")
        {
            return Reduce(Paragraphs(HtmlEscape.Escape(trimmed)));
        }

        if (format is "html" or "text/html" || (format is null && trimmed.StartsWith('<') && !trimmed.StartsWith("<http", StringComparison.OrdinalIgnoreCase)))
        {
            var reduced = Encoding.UTF8.GetString(Reduce(trimmed).Span);
            return Array.Exists(s_blocks, block => reduced.Contains(block, StringComparison.Ordinal)) ? Encoding.UTF8.GetBytes(reduced) : Reduce(Paragraphs(reduced));
        }

        // What is nested too deep for Markdown is shown as it was typed.
        return _markdown.Convert(trimmed, takeHeading: false) is { } converted
            ? HtmlSanitizer.Reduce(converted.Html.Span, HtmlPolicy.Comment).Html
            : Reduce(Paragraphs(HtmlEscape.Escape(trimmed)));
    }

    /// <summary>A name as plain text in one line; null for none.</summary>
    public static string? NameOf(string? written)
    {
        var name = string.Join(' ', System.Net.WebUtility.HtmlDecode(written ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? null : MailAddresses.Shorten(name.Length > 200 ? name[..200] + "…" : name);
    }

    /// <summary>An address of the web; null for any other.</summary>
    public static string? AddressOf(string? written) =>
        written?.Trim() is { Length: > 0 } address && HtmlPolicy.Comment.Allows("a", "href", address) ? address : null;

    private static ReadOnlyMemory<byte> Reduce(string html) => HtmlSanitizer.Reduce(Encoding.UTF8.GetBytes(html), HtmlPolicy.Comment).Html;

    // An empty line ends a paragraph, any other a line: as WordPress shows what was typed into its box.
    private static string Paragraphs(string html)
    {
        var paragraphs = html.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph.Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n"));
    }
}
