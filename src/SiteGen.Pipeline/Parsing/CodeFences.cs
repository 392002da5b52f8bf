using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Adds the blocks of code to a body, each with what to report when its language or its file is not there.</summary>
internal static class CodeFences
{
    private static readonly FrozenSet<string> s_noLanguages = new[] { "", "text", "txt", "plain", "plaintext", "none", "nocode", "output" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body with its blocks of code as placeholders.</summary>
    /// <param name="body">The body.</param>
    /// <param name="fences">The blocks.</param>
    /// <param name="source">The file.</param>
    /// <param name="bodyStart">Where the text starts in it, in bytes.</param>
    /// <param name="text">The text.</param>
    public static HtmlFragment AddTo(
        HtmlFragment body, ImmutableArray<FoundFence> fences, SourceText source, int bodyStart, string text) => fences.IsEmpty
        ? body
        : body.With(
        [
            .. fences.Select(found => MessageFor(found.Placeholder.Fence) is not { } message
                ? found.Placeholder
                : found.Placeholder with { IfMissing = source.Report(message, LineAt(text, found.Start, bodyStart)) }),
        ]);

    // Which languages and files a site has is known only once all sources are read; where the fence is, only here.
    private static DiagnosticMessage? MessageFor(CodeFence fence) =>
        fence.File is { } file ? CodeMessages.MissingFile(file.Address.Written, file.Address.Target is null)
        : s_noLanguages.Contains(fence.Language) || GrammarSet.BuiltIn.Has(fence.Language) ? null
        : CodeMessages.UnknownLanguage(fence.Language);

    private static TextSpan LineAt(string text, int start, int bodyStart)
    {
        start = int.Min(start, text.Length);
        var end = text.AsSpan(start).IndexOf('\n');
        var line = text.AsSpan(start, end < 0 ? text.Length - start : end).TrimEnd('\r');
        return new TextSpan(bodyStart + Encoding.UTF8.GetByteCount(text.AsSpan(0, start)), Encoding.UTF8.GetByteCount(line));
    }
}
