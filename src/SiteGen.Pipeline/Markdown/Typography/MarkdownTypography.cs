using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Markdown.Typography;

/// <summary>Applies the <see cref="Typographer"/> to the prose of a parsed text, and to nothing else.</summary>
/// <remarks>A paragraph is one run across its markup: the quotes of <c>"*so*"</c> are a pair. Code and URLs stay unchanged.</remarks>
internal sealed class MarkdownTypography
{
    // Elements whose text is literal (HTML Living Standard, "Text-level semantics").
    private static readonly string[] s_verbatim = ["code", "kbd", "samp", "var", "pre", "tt", "script", "style", "math", "textarea"];

    private readonly StringBuilder _flow = new();
    private readonly List<(LiteralInline Literal, int Start)> _pieces = [];
    private int _verbatim;

    /// <summary>Replaces the quotes, dashes and dots of a document.</summary>
    public static void Set(MarkdownDocument document, QuoteMarks marks)
    {
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is { } inline)
            {
                var run = new MarkdownTypography();
                run.Collect(inline, marks);
                run.SetPieces(marks);
            }
        }
    }

    private void Collect(ContainerInline container, QuoteMarks marks)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal when _verbatim == 0:
                    _pieces.Add((literal, _flow.Length));
                    _flow.Append(literal.Content.AsSpan());
                    break;
                case LiteralInline literal:
                    _flow.Append(literal.Content.AsSpan());
                    break;
                case HtmlInline html:
                    _verbatim = int.Max(0, _verbatim + Depth(html.Tag));
                    break;
                case HtmlEntityInline entity:
                    _flow.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    _flow.Append(' ');
                    break;
                case LinkInline { IsImage: true } or LinkInline { IsAutoLink: true }:
                    SetTitle((LinkInline)inline, marks);
                    _flow.Append('x');
                    break;
                case ContainerInline inner:
                    SetTitle(inline as LinkInline, marks);
                    Collect(inner, marks);
                    break;
                case Markdig.Extensions.Footnotes.FootnoteLink:
                    break;
                default:
                    _flow.Append('x');
                    break;
            }
        }
    }

    private static void SetTitle(LinkInline? link, QuoteMarks marks)
    {
        if (!string.IsNullOrEmpty(link?.Title))
        {
            link.Title = Typographer.Set(link.Title, marks);
        }
    }

    private static int Depth(string tag)
    {
        var isClosing = tag.StartsWith("</", StringComparison.Ordinal);
        var name = tag.AsSpan(isClosing ? 2 : 1);
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        foreach (var verbatim in s_verbatim)
        {
            if (name[..end].Equals(verbatim, StringComparison.OrdinalIgnoreCase))
            {
                return isClosing ? -1 : 1;
            }
        }

        return 0;
    }

    private void SetPieces(QuoteMarks marks)
    {
        var flow = _flow.ToString();
        if (!Typographer.HasWork(flow))
        {
            return;
        }

        var typographer = new Typographer(flow, marks);
        foreach (var (literal, start) in _pieces)
        {
            // An escaped character stays as it is.
            var kept = literal.IsFirstCharacterEscaped && literal.Content.Length > 0 ? 1 : 0;
            var text = flow.AsSpan(start, kept).ToString() + typographer.Set(start + kept, start + literal.Content.Length);
            literal.Content = new StringSlice(text);
            literal.IsFirstCharacterEscaped = false;
        }
    }
}
