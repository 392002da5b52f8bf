using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Math;

/// <summary>Formulas in TeX: <c>$…$</c> in a line, <c>$$…$$</c> as a block; written unchanged for a script to render.</summary>
/// <remarks>
/// A dollar sign opens a formula unless a letter or digit precedes it or a space follows it, and closes one unless a
/// space precedes it or a digit follows it, so that prices are not formulas (pandoc, "Extension: tex_math_dollars").
/// </remarks>
internal static class MarkdownMath
{
    /// <summary>Adds the parsers of formulas.</summary>
    public static MarkdownPipelineBuilder UseFormulas(this MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.Insert(0, new MathBlockParser());
        builder.InlineParsers.Insert(0, new FormulaParser());
        return builder;
    }

    /// <summary>Adds the renderers of formulas.</summary>
    public static void AddRenderers(HtmlRenderer renderer)
    {
        renderer.ObjectRenderers.Insert(0, new FencedRenderer());
        renderer.ObjectRenderers.Insert(0, new FormulaRenderer());
        renderer.ObjectRenderers.Insert(0, new FormulaBlockRenderer());
    }

    /// <summary>Replaces paragraphs that consist of one display formula by blocks.</summary>
    public static void Lift(MarkdownDocument document)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToArray())
        {
            if (paragraph.Inline?.FirstChild is Formula { IsDisplay: true, NextSibling: null } formula && paragraph.Parent is { } parent)
            {
                parent[parent.IndexOf(paragraph)] = new FormulaBlock(formula.Tex);
            }
        }
    }

    /// <summary>One formula in a paragraph.</summary>
    private sealed class Formula(string tex, bool isDisplay) : LeafInline
    {
        public string Tex { get; } = tex;

        public bool IsDisplay { get; } = isDisplay;
    }

    private sealed class FormulaParser : InlineParser
    {
        public FormulaParser() => OpeningCharacters = ['$'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var before = slice.PeekCharExtra(-1);
            var isDisplay = slice.PeekChar() == '$';
            if (before == '$' || (!isDisplay && char.IsLetterOrDigit(before)))
            {
                return false;
            }

            var text = slice.AsSpan();
            var length = isDisplay ? DisplayLength(text) : InlineLength(text);
            if (length == 0)
            {
                return false;
            }

            var marks = isDisplay ? 2 : 1;
            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new Formula(text[marks..(length - marks)].Trim().ToString(), isDisplay)
            {
                Span = new SourceSpan(start, start + length - 1),
                Line = line,
                Column = column,
            };
            slice.Start += length;
            return true;
        }

        // The length of the formula with its dollar signs; 0 when this is not a formula.
        private static int DisplayLength(ReadOnlySpan<char> text)
        {
            var close = text[2..].IndexOf("$$");
            return close > 0 && text[2] != '$' && !text.Slice(2, close).IsWhiteSpace() ? close + 4 : 0;
        }

        private static int InlineLength(ReadOnlySpan<char> text)
        {
            if (text.Length < 3 || char.IsWhiteSpace(text[1]))
            {
                return 0;
            }

            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] == '\\')
                {
                    i++;
                }
                else if (text[i] == '$')
                {
                    var isFollowed = i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == '$');
                    return i > 1 && !char.IsWhiteSpace(text[i - 1]) && !isFollowed ? i + 1 : 0;
                }
            }

            return 0;
        }
    }

    private sealed class FormulaRenderer : HtmlObjectRenderer<Formula>
    {
        protected override void Write(HtmlRenderer renderer, Formula formula)
        {
            if (!renderer.EnableHtmlForInline)
            {
                renderer.WriteEscape(formula.Tex);
                return;
            }

            renderer.Write(formula.IsDisplay ? "<span class=\"math display\">" : "<span class=\"math\">");
            renderer.WriteEscape(formula.Tex);
            renderer.Write("</span>");
        }
    }

    private sealed class FencedRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock block) => WriteBlock(renderer, block.Lines.ToString().Trim());
    }

    /// <summary>A formula that was a paragraph of its own.</summary>
    private sealed class FormulaBlock(string tex) : LeafBlock(null)
    {
        public string Tex { get; } = tex;
    }

    private sealed class FormulaBlockRenderer : HtmlObjectRenderer<FormulaBlock>
    {
        protected override void Write(HtmlRenderer renderer, FormulaBlock block) => WriteBlock(renderer, block.Tex);
    }

    private static void WriteBlock(HtmlRenderer renderer, string tex)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"math\">");
        renderer.WriteEscape(tex);
        renderer.WriteLine("</div>");
    }
}
