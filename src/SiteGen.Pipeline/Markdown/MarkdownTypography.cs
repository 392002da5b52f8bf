using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Lets the <see cref="Typographer"/> set the prose of a parsed text, and nothing else of it.</summary>
/// <remarks>A paragraph is one run, whatever stands in it: in <c>"*so*"</c> the quotes belong together. Code and addresses stay.</remarks>
internal sealed class MarkdownTypography
{
    // What is typed, not said (HTML Living Standard, "Text-level semantics").
    private static readonly string[] s_verbatim = ["code", "kbd", "samp", "var", "pre", "tt", "script", "style", "math", "textarea"];

    private readonly StringBuilder _flow = new();
    private readonly List<(LiteralInline Literal, int Start)> _pieces = [];
    private int _verbatim;

    /// <summary>Sets a document.</summary>
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
                    _verbatim = Math.Max(0, _verbatim + Depth(html.Tag));
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
            // A sign behind a backslash is meant as it stands.
            var kept = literal.IsFirstCharacterEscaped && literal.Content.Length > 0 ? 1 : 0;
            var text = flow.AsSpan(start, kept).ToString() + typographer.Set(start + kept, start + literal.Content.Length);
            literal.Content = new StringSlice(text);
            literal.IsFirstCharacterEscaped = false;
        }
    }
}
