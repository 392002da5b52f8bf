using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reduces posts written in HTML whose authors are not trusted, and says what went out of any post.</summary>
internal static class UntrustedMarkup
{

    /// <summary>A body written in HTML, as it may stand.</summary>
    public static ConvertedMarkdown Html(byte[] html, MarkdownOptions options)
    {
        if (!options.IsUntrusted)
        {
            return new ConvertedMarkdown(html, null, true);
        }

        var (reduced, removed) = HtmlSanitizer.Reduce(html, HtmlPolicy.Post);
        return new ConvertedMarkdown(reduced, null, true) { Removed = removed };
    }

    /// <summary>Reports what went, each in its place.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bodyStart">Where the body starts in it.</param>
    /// <param name="text">The body, when places in it are counted in its characters; null when they are counted in bytes.</param>
    /// <param name="removed">What went, in order.</param>
    /// <param name="problems">The list to add to.</param>
    public static void Report(SourceText source, int bodyStart, string? text, ImmutableArray<RemovedMarkup> removed, ImmutableArray<Diagnostic>.Builder problems)
    {
        var (chars, bytes) = (0, bodyStart);
        foreach (var markup in removed)
        {
            var start = Math.Clamp(markup.Start, chars, text?.Length ?? int.MaxValue);
            bytes += text is null ? start - chars : Encoding.UTF8.GetByteCount(text.AsSpan(chars, start - chars));
            chars = start;
            var length = text is null ? markup.Length : Encoding.UTF8.GetByteCount(text.AsSpan(start, Math.Min(markup.Length, text.Length - start)));
            problems.Add(source.Report(RuleOf(markup), new TextSpan(bytes, length), MessageOf(markup), HintOf(markup)));
        }
    }

    /// <summary>Reports what went out of a summary in the front matter, which has no places of its own.</summary>
    public static void ReportInSummary(SourceText source, ImmutableArray<RemovedMarkup> removed, ImmutableArray<Diagnostic>.Builder problems)
    {
        foreach (var markup in removed)
        {
            problems.Add(Diagnostic.InFile(RuleOf(markup), source.Path, $"{MessageOf(markup)} in the summary", HintOf(markup)));
        }
    }

    private static DiagnosticRule RuleOf(RemovedMarkup markup) => markup.IsAddress ? SiteRules.AddressRemoved : SiteRules.HtmlRemoved;

    private static string HintOf(RemovedMarkup markup) => markup.IsAddress ? "write an address that starts with https://" : "delete it, or write it in Markdown";

    private static string MessageOf(RemovedMarkup markup) => markup.IsAddress
        ? $"the address '{Shown(markup.Name)}' is left out"
        : $"the HTML of '<{Shown(markup.Name)}>' is left out";

    // In one line, whatever was in it.
    private static string Shown(string text) =>
        string.Concat((text.Length > 60 ? text[..60] + "…" : text).Select(c => char.IsControl(c) ? ' ' : c));
}
