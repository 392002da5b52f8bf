using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Sanitizes posts written in HTML by untrusted authors, and reports what was removed from any post.</summary>
internal static class UntrustedMarkup
{
    /// <summary>A body written in HTML, sanitized when its author is untrusted.</summary>
    public static ConvertedMarkdown Html(byte[] html, MarkdownOptions options)
    {
        if (!options.IsUntrusted)
        {
            return new ConvertedMarkdown(html, null, true);
        }

        var (reduced, removed) = HtmlSanitizer.Reduce(html, HtmlPolicy.Post);
        return new ConvertedMarkdown(reduced, null, true) { Removed = removed };
    }

    /// <summary>Reports what was removed from a body, each at its location.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bodyStart">Where the body starts in it.</param>
    /// <param name="text">The body, when offsets are in characters; null when they are in bytes.</param>
    /// <param name="removed">The removed markup, in order.</param>
    /// <param name="problems">The list to add to.</param>
    public static void Report(
        SourceText source,
        int bodyStart,
        string? text,
        ImmutableArray<RemovedMarkup> removed,
        ImmutableArray<Diagnostic>.Builder problems)
    {
        var (chars, bytes) = (0, bodyStart);
        foreach (var markup in removed)
        {
            var start = Math.Clamp(markup.Start, chars, text?.Length ?? int.MaxValue);
            bytes += text is null ? start - chars : Encoding.UTF8.GetByteCount(text.AsSpan(chars, start - chars));
            chars = start;
            var length = text is null
                ? markup.Length
                : Encoding.UTF8.GetByteCount(text.AsSpan(start, Math.Min(markup.Length, text.Length - start)));
            problems.Add(source.Report(MessageOf(markup), new TextSpan(bytes, length)));
        }
    }

    /// <summary>Reports what was removed from a summary in the front matter, where offsets are not known.</summary>
    public static void ReportInSummary(
        SourceText source, ImmutableArray<RemovedMarkup> removed, ImmutableArray<Diagnostic>.Builder problems)
    {
        foreach (var markup in removed)
        {
            problems.Add(Diagnostic.InFile(ParsingMessages.InSummary(MessageOf(markup)), source.Path));
        }
    }

    private static DiagnosticMessage MessageOf(RemovedMarkup markup) =>
        markup.IsAddress ? ParsingMessages.UrlRemoved(markup.Name) : ParsingMessages.HtmlRemoved(markup.Name);
}
