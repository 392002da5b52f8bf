using System.Diagnostics;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Markdown.Code;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>The summary of a post; its links and its blocks of code are found once a page shows it.</summary>
/// <param name="text">The summary.</param>
/// <param name="file">The source of the post.</param>
/// <param name="basePath">The path of the root on its host.</param>
[DebuggerDisplay("{_text.Html.Length} bytes")]
internal sealed class PostSummary(SummaryText text, SourceFile file, string basePath)
{
    private readonly SummaryText _text = text;

    // Written by any thread, always with the same value.
    private HtmlFragment? _fragment;

    /// <summary>The summary as it is written into pages.</summary>
    public HtmlFragment Fragment => _fragment ??= Read();

    /// <summary>Fingerprint of the summary.</summary>
    public Fingerprint Fingerprint =>
        _text.Code.Aggregate(Fingerprint.Compute(_text.Html.Span), (all, code) => all.And(code.Start).And(code.Written));

    private HtmlFragment Read()
    {
        var html = HtmlFragment.Parse(_text.Html, file.Folder, basePath);
        return _text.Code.IsEmpty ? html : html.With([.. _text.Code.Select(code => FenceReader.Read(code, file.Folder))]);
    }
}
