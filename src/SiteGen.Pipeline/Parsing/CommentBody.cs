using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Turns untrusted comments into safe HTML. Not thread-safe.</summary>
internal sealed class CommentBody(SiteOptions options)
{
    private static readonly string[] s_blocks = ["<p", "<ul", "<ol", "<dl", "<pre", "<blockquote", "<hr"];

    // Line breaks count in comments. HTML is kept here because the result is sanitized.
    private readonly MarkdownConverter _markdown =
        new(options.Markdown with { HardBreaks = true, RemovesHtml = false, IsUntrusted = false, Math = false }, options.Language);

    /// <summary>A text as HTML.</summary>
    /// <param name="text">The comment.</param>
    /// <param name="format"><c>html</c> or <c>text</c>; null for HTML if it starts with a tag; else Markdown.</param>
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
            return Sanitize(Paragraphs(HtmlEscape.Escape(trimmed)));
        }

        var startsWithTag = trimmed.StartsWith('<') && !trimmed.StartsWith("<http", StringComparison.OrdinalIgnoreCase);
        if (format is "html" or "text/html" || (format is null && startsWithTag))
        {
            var safe = Encoding.UTF8.GetString(Sanitize(trimmed).Span);
            var hasBlocks = Array.Exists(s_blocks, block => safe.Contains(block, StringComparison.Ordinal));
            return hasBlocks ? Encoding.UTF8.GetBytes(safe) : Sanitize(Paragraphs(safe));
        }

        // Markdown that is nested too deep is shown as plain text.
        return _markdown.Convert(trimmed, takeHeading: false) is { } converted
            ? HtmlSanitizer.Reduce(converted.Html.Span, HtmlPolicy.Comment).Html
            : Sanitize(Paragraphs(HtmlEscape.Escape(trimmed)));
    }

    /// <summary>A name as plain text in one line; null when it is empty.</summary>
    public static string? NameOf(string? written)
    {
        var text = System.Net.WebUtility.HtmlDecode(written ?? "");
        var name = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? null : MailAddresses.Shorten(name.Length > 200 ? name[..200] + "…" : name);
    }

    /// <summary>A URL that a comment may link to; null for any other.</summary>
    public static string? AddressOf(string? written) =>
        written?.Trim() is { Length: > 0 } address && HtmlPolicy.Comment.Allows("a", "href", address) ? address : null;

    private static ReadOnlyMemory<byte> Sanitize(string html) =>
        HtmlSanitizer.Reduce(Encoding.UTF8.GetBytes(html), HtmlPolicy.Comment).Html;

    // An empty line ends a paragraph and any other line break is kept, as WordPress does.
    private static string Paragraphs(string html)
    {
        const StringSplitOptions Options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var paragraphs = html.ReplaceLineEndings("\n").Split("\n\n", Options);
        return string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph.Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n"));
    }
}
